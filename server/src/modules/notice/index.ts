import { module } from '../../core/module'
import { deliver } from './commands/deliver'
import { markRead } from './commands/mark-read'
import { countUnread } from './queries/count-unread'
import { listMine } from './queries/list-mine'
import { reactions } from './reactions'

export const noticeModule = module({ name: 'notice', operations: [listMine, countUnread, markRead, deliver], reactions })
