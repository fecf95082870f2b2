import { z } from 'zod'
import { command } from '../core/contract'
import { Id, oneOf } from '../core/fields'

export const FileKind = oneOf(['photo', 'voice'])

/** A file as the presenter that authorised it shows it; links expire on the hour. */
export const FileView = z.object({
  id: Id,
  kind: FileKind,
  url: z.string(),
  thumbUrl: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  seconds: z.number().optional(),
  /** Peaks 0..1 to draw a voice note by. */
  waveform: z.array(z.number()).optional(),
})
export type FileView = z.infer<typeof FileView>

export const fileContract = {
  'file.upload': command({
    summary: '上传一张照片或一段不超过 60 秒的语音（multipart，文件字段名 file）；24 小时内没有被使用会清掉',
    input: z.object({ fileId: Id, kind: FileKind }),
    output: FileView,
    errors: ['file.missing', 'file.tooLarge', 'file.notAPhoto', 'file.notAudio', 'file.damaged', 'file.tooLong', 'file.tooShort', 'file.idTaken'],
    carriesFile: true,
  }),
  'file.sweep': command({
    summary: '清理 24 小时没有被使用的文件（系统）',
    input: z.object({ limit: z.number().int().min(1).max(1000).default(200), dry: z.boolean().default(false) }),
    output: z.object({ removed: z.number().int() }),
    errors: [],
  }),
}
