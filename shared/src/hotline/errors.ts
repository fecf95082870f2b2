import type { ErrorTable } from '../core/errors'

export const hotlineErrors = {
  'hotline.noFile': { status: 400, text: '没有收到文件，请重新选一次' },
  'hotline.columnsMissing': { status: 422, text: '还没有指明哪一列是工单编号、哪一列是诉求内容' },
  'hotline.unknownSource': { status: 422, text: '没有这个来源，请重新选一个' },
  'hotline.staleSource': { status: 409, text: '这个来源的列对应刚有人改过；已载入新的，请再看一遍预览' },
  'hotline.otherFile': { status: 409, text: '这次导入已经用别的文件开了头；请关掉重新导入' },
  'hotline.notRefused': { status: 409, text: '这条回执没有被退回，不用重发' },
  'hotline.notConnected': { status: 503, text: '还没有接通热线平台；请管理员填好接口地址' },
  'hotline.platformAway': { status: 503, text: '热线平台暂时连不上，什么都没有改，请稍后再对' },
} satisfies ErrorTable
