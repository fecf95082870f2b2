import { z } from 'zod'
import { watchParent } from '../launch/parent-watch'
import { startSimulators } from './start-simulators'

const Environment = z.object({
  SIMULATORS_PORT: z.coerce.number().int().min(1).max(65_535),
  WECHAT_APP_ID: z.string().min(1),
  WECHAT_APP_SECRET: z.string().min(1),
  WECHAT_PEOPLE_FILE: z.string().min(1),
  HOTLINE_TOKEN: z.string().min(1).optional(),
})

const quit = (sentence: string): never => {
  process.stderr.write(`simulators: ${sentence}\n`)
  process.exit(1)
}

const parsed = Environment.safeParse(process.env)
if (!parsed.success) quit(`set ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`)
const env = parsed.data as z.infer<typeof Environment>

const simulators = await startSimulators({
  port: env.SIMULATORS_PORT,
  wechat: { appId: env.WECHAT_APP_ID, appSecret: env.WECHAT_APP_SECRET, peopleFile: env.WECHAT_PEOPLE_FILE },
  ...(env.HOTLINE_TOKEN ? { hotline: { token: env.HOTLINE_TOKEN } } : {}),
}).catch((error: unknown) => quit(error instanceof Error ? error.message : String(error)))
process.stdout.write(`simulators: listening on ${simulators.url}\n`)

const stop = (): void => {
  simulators.stop().then(() => process.exit(0), () => process.exit(1))
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
watchParent(stop)
