import type { ErrorTable } from '../core/errors'

export const open311Errors = {
  'open311.keyTaken': { status: 409, text: '这个密钥已经发过，请刷新列表' },
} satisfies ErrorTable
