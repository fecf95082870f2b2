import { module } from '../../core/module'
import { accept } from './commands/accept'
import { ring } from './commands/ring'
import { sign } from './commands/sign'
import { endWatch, watch } from './commands/watch'
import { jobs } from './jobs'
import { getPast, listPast } from './queries/past'
import { prepare } from './queries/prepare'
import { reactions } from './reactions'

export const handoverModule = module({
  name: 'handover',
  operations: [prepare, listPast, getPast, sign, accept, watch, endWatch, ring],
  reactions,
  jobs,
})
