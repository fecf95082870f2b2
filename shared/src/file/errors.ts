import type { ErrorTable } from '../core/errors'

export const fileErrors = {
  'file.missing': { status: 400, text: '没有收到文件，请重新选择' },
  'file.tooLarge': { status: 413, text: '文件太大：照片不超过 20 MB，像素也不能太高；语音不超过 10 MB' },
  'file.notAPhoto': { status: 422, text: '这不是能打开的照片，请换一张 JPG、PNG 或 WebP' },
  'file.notAudio': { status: 422, text: '这不是能播放的语音，请重新录一段' },
  'file.damaged': { status: 422, text: '文件已损坏，请重新拍或重新录' },
  'file.tooLong': { status: 422, text: '一段语音最长 60 秒，请分成两段' },
  'file.tooShort': { status: 422, text: '语音太短，没有录上，请按住再说一遍' },
  'file.idTaken': { status: 409, text: '这个文件编号已被使用，请重新上传' },
  'file.notYours': { status: 422, text: '有照片或语音已过期或不能使用，请重新添加' },
  'file.tableTooLarge': { status: 413, text: '文件超过 5 MB，请分成几个文件导入' },
  'file.tooManyRows': { status: 413, text: '一次最多导入 5000 行，请分成几个文件' },
  'file.notATable': { status: 422, text: '读不出表格。请用 .xlsx 或 .csv；老的 .xls 请在 Excel 里另存为 .xlsx' },
  'file.unsafeTable': { status: 422, text: '这个文件解开后大得不正常，或加了密码，没有打开。请重新导出一份' },
  'file.noHeader': { status: 422, text: '找不到表头一行。请让第一行是列名，如“编号、名称、地点”' },
} satisfies ErrorTable
