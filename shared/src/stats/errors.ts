import type { ErrorTable } from '../core/errors'

export const statsErrors = {
  'stats.opinionsAreTheCentres': { status: 403, text: '哪一件回访怎么说的，只给回访的中心看；办理单位看合计' },
} satisfies ErrorTable
