import { runSystemCommand } from '../../core/run-system'
import type { Job } from '../../core/module'

export const jobs: readonly Job[] = [
  {
    name: 'identity.sweepSessions',
    run: async ({ dry, county }) => {
      const { removed } = await runSystemCommand('identity.sweepSessions', { dry }, { county })
      return { done: removed, more: false }
    },
  },
]
