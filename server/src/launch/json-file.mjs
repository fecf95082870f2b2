import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A missing or torn file reads as the fallback. @template T @param {string} path @param {T} fallback @returns {T} */
export const readJson = (path, fallback) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return fallback
  }
}

/** Replaces the file in one step: a reader never sees half of it. @param {string} path @param {string | Uint8Array} content @param {number} [mode] */
export const writeWhole = (path, content, mode = 0o644) => {
  mkdirSync(dirname(path), { recursive: true })
  const next = `${path}.${process.pid}.next`
  writeFileSync(next, content, { mode })
  renameSync(next, path)
}

/** @param {string} path @param {unknown} value @param {number} [mode] */
export const writeJson = (path, value, mode) => writeWhole(path, `${JSON.stringify(value, null, 2)}\n`, mode)
