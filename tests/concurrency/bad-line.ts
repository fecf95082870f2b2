import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

export interface Line {
  url: string
  stop: () => Promise<void>
  /** How many answers did not arrive. */
  lost: () => number
}

/** A line that carries every request through and loses some of the answers. */
export const badLine = async (target: string, lostShare: number): Promise<Line> => {
  let lost = 0
  let answers = 0
  const { port } = new URL(target)
  const open = new Set<Socket>()
  const carry = (near: Socket): void => {
    const far = connect(Number(port), '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => undefined).on('close', () => open.delete(socket))
    }
    near.pipe(far)
    far.on('data', (chunk: Buffer) => {
      const isAnswer = chunk.subarray(0, 5).toString() === 'HTTP/'
      answers += isAnswer ? 1 : 0
      if (isAnswer && answers % 10 < lostShare * 10) {
        lost += 1
        near.destroy()
        far.destroy()
      } else near.write(chunk)
    })
    far.on('end', () => near.end())
  }
  const server: Server = createServer(carry)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async (): Promise<void> => {
    for (const socket of open) socket.destroy()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop, lost: () => lost }
}
