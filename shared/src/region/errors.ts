import type { ErrorTable } from '../core/errors'

export const regionErrors = {
  'region.unknown': { status: 404, text: '没有这个地区，请重新选择' },
  'region.unknownUnit': { status: 404, text: '没有这个单位，请重新选择' },
} satisfies ErrorTable
