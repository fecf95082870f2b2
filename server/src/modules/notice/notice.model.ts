import type { AboutType } from '@xiangli/shared/notice/about'
import { collection, type Stored } from '../../core/collection'

/** One line in one person's inbox: the truth of what they were told, whatever WeChat delivered. */
export interface NoticeDoc extends Stored {
  to: string
  kind: 'todo' | 'progress'
  title: string
  body: string
  about: { type: AboutType; id: string }
  at: Date
  readAt: Date | null
  /** What it tells of; a person hears of an event once, however often it is delivered. */
  eventId: string
}

export const Notices = collection<NoticeDoc>({
  name: 'notices',
  indexes: [
    { name: 'notices_event', key: { county: 1, to: 1, eventId: 1 }, unique: true },
    { name: 'notices_inbox', key: { county: 1, to: 1, at: -1, _id: -1 } },
    { name: 'notices_kind', key: { county: 1, to: 1, kind: 1, at: -1, _id: -1 } },
    { name: 'notices_unread', key: { county: 1, to: 1, readAt: 1, at: -1, _id: -1 } },
  ],
})
