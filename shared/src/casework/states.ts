export const OPEN_STATES = ['pending', 'accepted', 'handling', 'answered'] as const
export const CLOSED_STATES = ['closed', 'withdrawn', 'declined', 'merged', 'unresolvable'] as const
export const CASE_STATES = [...OPEN_STATES, ...CLOSED_STATES] as const

/** Somebody has to do something about it, and the clock runs unless it is paused. */
export const WORKING_STATES = ['pending', 'accepted', 'handling'] as const

export type OpenState = (typeof OPEN_STATES)[number]
export type CaseState = (typeof CASE_STATES)[number]
export const isOpen = (state: CaseState): boolean => (OPEN_STATES as readonly string[]).includes(state)

export const GRADES = ['normal', 'urgent'] as const
export type Grade = (typeof GRADES)[number]

/** `paused` while the answer waits for the requester; `none` once closed. */
export const COLOURS = ['green', 'yellow', 'red', 'paused', 'none'] as const
export type Colour = (typeof COLOURS)[number]
