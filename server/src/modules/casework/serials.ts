import { dayOf } from '@xiangli/shared/core/time'
import { collection, type Stored } from '../../core/collection'
import { regionById } from '../region'

const BLOCK = 10
const blocks = new Map<string, { next: number; end: number }>()
const pending = new Map<string, Promise<void>>()

interface CounterDoc extends Stored {
  next: number
}

const Counters = collection<CounterDoc>({ name: 'serials', indexes: [] })

/** Takes a block in one atomic step, outside any transaction; a crash leaves a gap, never a double. */
const takeBlock = async (key: string): Promise<void> => {
  const counter = await Counters.upsert({ _id: key }, { $inc: { next: BLOCK } })
  const end = counter?.next ?? BLOCK
  blocks.set(key, { next: end - BLOCK + 1, end })
}

const nextNumber = async (key: string): Promise<number> => {
  for (;;) {
    const block = blocks.get(key)
    if (block && block.next <= block.end) return block.next++
    const taking = pending.get(key) ?? takeBlock(key).finally(() => pending.delete(key))
    pending.set(key, taking)
    await taking
  }
}

/** 玉都26-0382: the town, the year, a number; read out on the phone, so it is short. */
export const nextSerial = async (county: string, townId: string, now: Date): Promise<string> => {
  const year = dayOf(now).slice(2, 4)
  const number = await nextNumber(`${county}:${townId}:${year}`)
  const name = regionById(townId)?.shortName.replace(/[镇乡县]$/, '') ?? '县'
  return `${name}${year}-${String(number).padStart(4, '0')}`
}
