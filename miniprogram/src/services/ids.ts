import Taro from '@tarojs/taro'
import { ulid } from 'ulid'

const POOL = 1024
let pool = new Uint8Array(0)
let used = 0

/** WeChat gives random bytes only asynchronously, so they are drawn ahead. */
export async function drawRandomness() {
  if (process.env.TARO_ENV === 'h5') {
    pool = crypto.getRandomValues(new Uint8Array(POOL))
  } else {
    const { randomValues } = await Taro.getRandomValues({ length: POOL })
    pool = new Uint8Array(randomValues)
  }
  used = 0
}

function nextFraction(): number {
  if (used >= pool.length) {
    void drawRandomness()
    return Math.random()
  }
  return (pool[used++] ?? 0) / 256
}

/** Made on the phone at the tap, so that sending twice cannot make two records. */
export const newId = (): string => ulid(undefined, nextFraction)
