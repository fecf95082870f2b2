export const ABOUT_TYPES = ['case', 'mine', 'duty', 'handover', 'ring', 'publicCase'] as const
export type AboutType = (typeof ABOUT_TYPES)[number]
