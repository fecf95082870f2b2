import { get } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** @param {() => Promise<boolean>} ask @param {{ limitMs: number, giveUp?: () => boolean }} patience @returns {Promise<boolean>} */
export const until = async (ask, { limitMs, giveUp = () => false }) => {
  for (const end = Date.now() + limitMs; Date.now() < end && !giveUp(); await sleep(100)) {
    if (await ask()) return true
  }
  return false
}

/** @param {string} url @returns {Promise<boolean>} */
export const isAnswering = (url) => new Promise((resolve) => {
  const request = get(url, { timeout: 2000 }, (answer) => {
    answer.resume()
    resolve(answer.statusCode === 200)
  })
  request.once('timeout', () => request.destroy())
  request.once('error', () => resolve(false))
})

/** @param {number} port @returns {Promise<boolean>} */
export const isListening = (port) => new Promise((resolve) => {
  const socket = connect({ port, host: '127.0.0.1', timeout: 2000 })
  const answer = (/** @type {boolean} */ yes) => { socket.destroy(); resolve(yes) }
  socket.once('connect', () => answer(true))
  socket.once('error', () => answer(false))
  socket.once('timeout', () => answer(false))
})
