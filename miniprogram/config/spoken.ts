import path from 'node:path'
import spoken from './spoken.json'

interface Platform {
  template: { mergeComponents: (context: unknown, components: typeof spoken) => void }
  runtimePath: string | string[]
}

interface Context {
  registerMethod: (method: { name: string; fn: (platform: Platform) => void }) => void
}

/** Taro's templates leave out what WeChat reads aloud: a build gets it here, the program in spoken-runtime. */
export default function spokenAttributes(context: Context) {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template.mergeComponents(context, spoken)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'spoken-runtime.js')].flat()
    },
  })
}
