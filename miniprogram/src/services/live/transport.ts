import Taro from '@tarojs/taro'
import { Transport } from 'engine.io-client'
import { encodePacket, type Packet } from 'engine.io-parser'

/** What engine.io keeps to itself and a transport of one's own needs. */
interface Insides {
  createUri: (schema: string, query: Record<string, unknown>) => string
  emitReserved: (event: 'drain') => void
}

/** socket.io over WeChat's sockets: the library brings everything but the wire. */
class WechatTransport extends Transport {
  private task: Taro.SocketTask | undefined

  override get name() { return 'websocket' }

  private get insides() { return this as unknown as Insides }

  override doOpen() {
    const url = this.insides.createUri(this.opts.secure ? 'wss' : 'ws', this.query as Record<string, unknown>)
    Promise.resolve(Taro.connectSocket({ url })).then((task) => this.listen(task), () => this.lose('not connected'))
  }

  private listen(task: Taro.SocketTask) {
    this.task = task
    task.onOpen(() => this.onOpen())
    task.onMessage(({ data }) => this.onData(data))
    task.onClose(() => this.onClose())
    task.onError(({ errMsg }) => this.lose(errMsg))
  }

  private lose(reason: string) { this.onError('websocket error', new Error(reason), undefined) }

  override write(packets: Packet[]) {
    this.writable = false
    let left = packets.length
    for (const packet of packets) {
      encodePacket(packet, this.supportsBinary, (data: string | ArrayBuffer) => {
        this.task?.send({ data, fail: () => undefined })
        left -= 1
        if (left === 0) setTimeout(() => { this.writable = true; this.insides.emitReserved('drain') }, 0)
      })
    }
  }

  override doClose() {
    this.task?.close({})
    this.task = undefined
  }
}

export const transports = [WechatTransport]
