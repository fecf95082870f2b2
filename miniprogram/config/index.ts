import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { tokensAsSass, tokensFile } from './tokens'

const shared = path.resolve(__dirname, '../../shared/src')
// NutUI is drawn on a 375-wide sheet, our own styles on WeChat's 750.
const designWidth = (input?: number | string | { file?: string }) =>
  typeof input === 'object' && /nutui/.test(input.file ?? '') ? 375 : 750

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'xiangli',
  date: '2026-11-21',
  designWidth,
  deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true, buildDependencies: { look: [tokensFile, path.resolve(__dirname, 'tokens.ts')] } },
  alias: { '@': path.resolve(__dirname, '../src'), '@xiangli/shared': shared },
  sass: { data: tokensAsSass() },
  mini: {
    compile: { include: [shared] },
    optimizeMainPackage: { enable: true },
    minifyXML: { collapseWhitespace: true },
    postcss: { pxtransform: { enable: true, config: {} } },
  },
  h5: {
    publicPath: '/m/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [shared] },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: true, config: {} } },
  },
} as UserConfigExport<'webpack5'>))
