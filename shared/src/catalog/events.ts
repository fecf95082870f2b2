import { calendarEvents } from '../calendar/events'
import { caseworkEvents } from '../casework/events'
import { dutyEvents } from '../duty/events'
import { handoverEvents } from '../handover/events'
import { hotlineEvents } from '../hotline/events'
import { identityEvents } from '../identity/events'
import { noticeEvents } from '../notice/events'

/** Every event there is, with what it tells. */
export const events = { ...calendarEvents, ...identityEvents, ...noticeEvents, ...caseworkEvents, ...dutyEvents, ...handoverEvents, ...hotlineEvents } as const

export type EventName = keyof typeof events

/** What a socket carries: the client refetches what it may see. */
export interface PushedEvent {
  event: EventName
  id: string
  rev: number
}
