import type { ErrorTable } from '../core/errors'

export const registryErrors = {
  'registry.duplicate': { status: 409, text: '这个身份证号已在名册里' },
} satisfies ErrorTable
