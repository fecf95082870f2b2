import type { ErrorTable } from '../core/errors'

export const hotlineErrors = {
  'hotline.noFile': { status: 400, text: '没有收到文件，请重新选一次' },
  'hotline.fileTooLarge': { status: 413, text: '文件超过 5 MB，请分成几个文件导入' },
  'hotline.tooManyRows': { status: 413, text: '一次最多导入 5000 行，请分成几个文件' },
  'hotline.notATable': { status: 422, text: '读不出表格。请用 .xlsx 或 .csv；老的 .xls 请在 Excel 里另存为 .xlsx' },
  'hotline.unsafeFile': { status: 422, text: '这个文件解开后大得不正常，或加了密码，没有打开。请从热线平台重新导出一份' },
  'hotline.noHeader': { status: 422, text: '找不到表头一行。请让第一行是列名，如“工单编号、诉求内容、来电号码”' },
  'hotline.columnsMissing': { status: 422, text: '还没有指明哪一列是工单编号、哪一列是诉求内容' },
  'hotline.unknownSource': { status: 422, text: '没有这个来源，请重新选一个' },
  'hotline.staleSource': { status: 409, text: '这个来源的列对应刚有人改过；已载入新的，请再看一遍预览' },
  'hotline.otherFile': { status: 409, text: '这次导入已经用别的文件开了头；请关掉重新导入' },
  'hotline.notRefused': { status: 409, text: '这条回执没有被退回，不用重发' },
  'hotline.notConnected': { status: 503, text: '还没有接通热线平台；请管理员填好接口地址' },
  'hotline.platformAway': { status: 503, text: '热线平台暂时连不上，什么都没有改，请稍后再对' },
} satisfies ErrorTable
