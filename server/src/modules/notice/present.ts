import type { NoticeView } from '@xiangli/shared/notice/contract'
import type { NoticeDoc } from './notice.model'

export const presentNotice = ({ _id, kind, title, body, about, at, readAt }: NoticeDoc): NoticeView => ({
  id: _id,
  kind,
  title,
  body,
  about,
  at: at.toISOString(),
  isRead: readAt !== null,
})
