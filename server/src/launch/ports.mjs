import { createServer } from 'node:net'

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
const binds = (port, host) => new Promise((resolve) => {
  const probe = createServer()
  probe.once('error', () => resolve(false))
  probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
})

/** @param {number} port @returns {Promise<boolean>} whether it is free on this machine's own address and on all of them */
export const isFree = async (port) =>
  (await binds(port, '127.0.0.1')) && (await binds(port, '0.0.0.0'))

/** Below the range systems hand to outgoing connections, so that a remembered port is likely free next time. */
const candidate = () => 20_000 + Math.floor(Math.random() * 12_000)

/** The wished port if it is free, else another. @param {number} [wished] @returns {Promise<number>} */
export const freePort = async (wished) => {
  if (wished && (await isFree(wished))) return wished
  for (let tries = 0; tries < 50; tries += 1) {
    const port = candidate()
    if (await isFree(port)) return port
  }
  throw new Error('127.0.0.1 上没有可用端口。No free port on 127.0.0.1.')
}
