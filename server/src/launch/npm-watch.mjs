import { readFileSync } from 'node:fs'

/** @param {number} pid @returns {string} the parent's number, or nothing where /proc is not */
const parentOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return ''
  }
}

/**
 * `npm start` runs us under a shell that dies of SIGTERM without telling: when npm or its shell is gone, so are we.
 * Outside npm a parent may end for good reasons (nohup), so nothing is watched.
 */
export const endWithNpm = () => {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const line = () => `${process.ppid} ${parentOf(process.ppid)}`
  const begun = line()
  const timer = setInterval(() => {
    if (line() === begun) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  timer.unref()
}
