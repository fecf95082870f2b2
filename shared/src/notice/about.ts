export const ABOUT_TYPES = ['case', 'duty', 'handover', 'ring'] as const
export type AboutType = (typeof ABOUT_TYPES)[number]
