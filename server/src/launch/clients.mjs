// Builds the stale clients in the background and tells the server, by builds.json, what its visitors may see yet.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildClient, buildCommand } from './client-build.mjs'
import { exists, isBuilt, isFresh } from './client-stamp.mjs'
import { writeJson } from './json-file.mjs'
import { endingWithUs, endProcess, markOf } from './processes.mjs'

/** @typedef {'admin' | 'h5'} ServedClient */
/** @typedef {'building' | 'ready' | 'failed'} BuildState */
/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {(line: string) => void} Say */

export const CLIENT_NAMES = /** @type {ServedClient[]} */ (['admin', 'h5'])
export const LABELS = { admin: '管理端', h5: '小程序网页版' }

/** @param {Settings} settings */
export const openBuildBoard = (settings) => {
  const path = join(settings.dataDir, 'builds.json')
  /** @type {Record<ServedClient, BuildState> & { message: string }} */
  const board = { admin: 'failed', h5: 'failed', message: '' }
  /** @param {ServedClient} name @param {BuildState} state @param {string} [message] */
  const set = (name, state, message = '') => {
    board[name] = state
    board.message = message
    writeJson(path, board)
  }
  for (const name of CLIENT_NAMES) {
    if (!exists(settings.root, name)) set(name, 'failed', '没有这个客户端的源码')
    else if (!settings.buildsClients) set(name, isBuilt(settings.root, name) ? 'ready' : 'failed', 'XIANGLI_BUILD_CLIENTS=0：没有构建网页端')
    else set(name, isFresh(settings.root, name) ? 'ready' : 'building')
  }
  return { set, stateOf: (/** @type {ServedClient} */ name) => board[name] }
}

/** @typedef {ReturnType<typeof openBuildBoard>} BuildBoard */

/** One after the other: the machine also serves. @param {Settings} settings @param {{ board: BuildBoard, say: Say, signal: AbortSignal }} tools */
const buildStale = async ({ root, logDir }, { board, say, signal }) => {
  for (const name of CLIENT_NAMES) {
    if (signal.aborted || board.stateOf(name) !== 'building') continue
    const { ok, built, seconds, tail } = await buildClient(name, { root, logDir, signal })
    if (signal.aborted) return
    board.set(name, ok ? 'ready' : 'failed', ok ? '' : tail)
    if (!ok) say(`✗ ${LABELS[name]}构建失败，其余照常运行。完整日志：${join(logDir, `build-${name}.log`)}\n${tail}`)
    else if (built) say(`✓ ${LABELS[name]}已构建，用时 ${seconds} 秒`)
  }
}

const LOOK_MS = 3_000

/** Builds what is stale, and whatever somebody deletes later. @param {Settings} settings @param {{ board: BuildBoard, say: Say, signal: AbortSignal }} tools */
export const keepBuilt = async (settings, tools) => {
  const { board, say, signal } = tools
  while (!signal.aborted) {
    await buildStale(settings, tools)
    await sleep(LOOK_MS, undefined, { signal, ref: false }).catch(() => {})
    for (const name of CLIENT_NAMES) {
      if (signal.aborted || board.stateOf(name) !== 'ready' || isBuilt(settings.root, name)) continue
      board.set(name, 'building')
      say(`↻ ${LABELS[name]}的文件不见了，重新构建`)
    }
  }
}

/** Development: the builders watch by themselves. @param {Settings} settings @param {BuildBoard} board @returns {() => Promise<void>} stop */
export const watchClients = ({ root }, board) => {
  const running = CLIENT_NAMES.filter((name) => exists(root, name)).map((name) => {
    // What they leave is a development build: the next start must not take it for a finished one.
    rmSync(join(root, '.cache', 'builds', `${name}.json`), { force: true })
    const { args, cwd, env } = buildCommand(name, { root, next: '', watch: true })
    const child = spawn(...endingWithUs(process.execPath, args), { cwd, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true })
    board.set(name, 'ready')
    return child.pid === undefined ? null : markOf(child.pid)
  })
  return async () => { await Promise.all(running.map((mark) => endProcess(mark, 1000))) }
}
