import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context, Next } from 'koa'
import send from 'koa-send'
import { services } from '../core/services'
import { buildingPage } from './pages'

interface Client {
  prefix: string
  name: 'admin' | 'h5'
  folder: string
}

const clients: readonly Client[] = [
  { prefix: '/admin/', name: 'admin', folder: 'admin/dist' },
  { prefix: '/m/', name: 'h5', folder: 'miniprogram/dist/h5' },
]

const HASHED = /[.-][\w-]{8,}\.(js|css|png|jpg|svg|woff2?)$/
const YEAR_MS = 365 * 86_400_000

/** Serves the built clients; each page that is not a file is the client's own route. */
export const serveClients = async (ctx: Context, next: Next): Promise<void> => {
  const bare = clients.find(({ prefix }) => ctx.path === prefix.slice(0, -1))
  if (bare) return ctx.redirect(bare.prefix)
  const client = clients.find(({ prefix }) => ctx.path.startsWith(prefix))
  if (!client || !['GET', 'HEAD'].includes(ctx.method)) return next()
  const path = ctx.path.slice(client.prefix.length)
  if (!isPlain(path)) return
  const root = join(services().config.root, client.folder)
  if (!(await exists(join(root, 'index.html')))) return buildingPage(ctx, await progressOf(client))
  if (path && (await isFile(root, path))) {
    await send(ctx, path, { root, maxage: HASHED.test(path) ? YEAR_MS : 0, immutable: HASHED.test(path) })
    return
  }
  if (/\.\w{2,5}$/.test(path)) return
  ctx.set('Cache-Control', 'no-cache')
  await send(ctx, 'index.html', { root })
}

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isFile() ?? false

/** Nothing a browser sends of itself: a broken escape, a step up, a backslash, a NUL. */
const isPlain = (path: string): boolean => {
  try {
    return !/(^|\/)\.\.(\/|$)|[\\\0]/.test(decodeURIComponent(path))
  } catch {
    return false
  }
}

const isFile = async (root: string, path: string): Promise<boolean> => {
  const full = join(root, decodeURIComponent(path))
  return full.startsWith(root) && (await exists(full))
}

const progressOf = async ({ name }: Client): Promise<string> => {
  const text = await readFile(join(services().config.dataDir, 'builds.json'), 'utf8').catch(() => '{}')
  const state = (JSON.parse(text) as Record<string, string | undefined>)[name]
  if (state === 'failed') return '页面没有构建成功，请看启动窗口里的说明，改好后会自动再试。'
  return '页面正在构建，第一次启动需要一两分钟，好了会自动打开。'
}
