import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { tokensAsSass, tokensFile } from './tokens'

const shared = path.resolve(__dirname, '../../shared/src')
// NutUI is drawn on a 375-wide sheet, our own styles on WeChat's 750.
const designWidth = (input?: number | string | { file?: string }) =>
  typeof input === 'object' && /nutui/.test(input.file ?? '') ? 375 : 750

// The launcher builds beside the old output and swaps it in when whole.
function outputRoot() {
  const elsewhere = process.env.TARO_OUTPUT_ROOT
  return elsewhere ? path.relative(path.resolve(__dirname, '..'), path.resolve(elsewhere)) : `dist/${process.env.TARO_ENV}`
}

const LATER = /[\\/]components[\\/]map[\\/]|[\\/]services[\\/]live[\\/]|[\\/]node_modules[\\/](ol|rbush|quickselect|pbf|earcut|@?socket\.io|engine\.io)/

/** All pages come with the first: a page that is not yet there cannot be opened where the network is gone. */
const pages = {
  name: 'pages', chunks: 'async', enforce: true, priority: 50,
  test: (module: { nameForCondition?: () => string | null }) => !LATER.test(module.nameForCondition?.() ?? ''),
}

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'xiangli',
  date: '2026-11-21',
  designWidth,
  deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: outputRoot(),
  plugins: process.env.TARO_ENV === 'weapp' ? [path.resolve(__dirname, 'spoken.ts')] : [],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true, buildDependencies: { look: [tokensFile, path.resolve(__dirname, 'tokens.ts')] } },
  alias: { '@': path.resolve(__dirname, '../src'), '@xiangli/shared': shared },
  // Chinese as it is written: escaped, every letter takes twice its bytes, and a package holds 500 KB.
  terser: { enable: true, config: { output: { ascii_only: false, comments: false } } },
  sass: { data: tokensAsSass() },
  mini: {
    compile: { include: [shared] },
    optimizeMainPackage: { enable: true },
    // Every component styles only its own classes, so the order of sheets does not matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true, config: {} } },
  },
  h5: {
    publicPath: '/m/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    compile: { include: [shared] },
    webpackChain(chain) {
      chain.optimization.merge({ splitChunks: { chunks: 'all', cacheGroups: { pages } } })
    },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: true, config: {} } },
  },
} as UserConfigExport<'webpack5'>))
