export const ABOUT_TYPES = ['case', 'duty', 'handover', 'ring', 'publicCase'] as const
export type AboutType = (typeof ABOUT_TYPES)[number]
