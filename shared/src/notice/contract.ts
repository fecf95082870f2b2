import { z } from 'zod'
import { command, query } from '../core/contract'
import { ABOUT_TYPES } from './about'
import { BoundedCount, Cursor, Id, Instant, oneOf, page, PageSize, text } from '../core/fields'

/** What a notice leads to: a case, a unit's roster, a unit's hand-over. */
const About = z.object({ type: oneOf(ABOUT_TYPES), id: z.string().max(40) })

export const NoticeView = z.object({
  id: Id,
  kind: oneOf(['todo', 'progress']),
  title: z.string(),
  body: z.string(),
  about: About,
  at: Instant,
  isRead: z.boolean(),
})
export type NoticeView = z.infer<typeof NoticeView>

export const noticeContract = {
  'notice.listMine': query({
    scope: 'own',
    summary: '我的消息，新的在前',
    input: z.object({
      unreadOnly: z.boolean().default(false),
      kind: oneOf(['todo', 'progress']).optional(),
      limit: PageSize,
      cursor: Cursor.optional(),
    }),
    output: page(NoticeView),
    errors: [],
  }),
  'notice.countUnread': query({
    scope: 'own',
    summary: '未读消息数（最多数到 99）',
    input: z.object({}),
    output: BoundedCount,
    errors: [],
  }),
  'notice.markRead': command({
    summary: '标为已读；不给 ids 就是全部',
    input: z.object({ ids: z.array(Id).min(1).max(100).optional() }),
    output: z.object({ unread: BoundedCount }),
    errors: [],
  }),
  'notice.deliver': command({
    summary: '送达消息（系统）：一个事件一条命令',
    input: z.object({
      eventId: z.string().max(60),
      notices: z
        .array(
          z.object({
            to: Id,
            kind: oneOf(['todo', 'progress']),
            title: text(60),
            body: text(200),
            about: About,
          }),
        )
        .min(1)
        .max(2000),
    }),
    output: z.object({ delivered: z.number().int() }),
    errors: [],
  }),
}
