import { inflateRawSync } from 'node:zlib'
import { AppError, fail } from '../../../core/fail'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const MAX_COMMENT = 65_535
const MAX_ENTRIES = 200
/** Five thousand rows of long words are far smaller than this. */
const MAX_INFLATED = 32 * 1024 * 1024
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1

interface Entry {
  name: string
  method: number
  size: number
  at: number
}

const unsafe = (): never => fail('file.unsafeTable', { field: 'file' })

const endOf = (bytes: Buffer): number => {
  for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_SIZE - MAX_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at
  }
  return unsafe()
}

const entriesOf = (bytes: Buffer): Entry[] => {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) unsafe()
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let n = 0; n < count; n += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY || (bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) unsafe()
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({ name: bytes.toString('utf8', at + 46, at + 46 + nameLength), method: bytes.readUInt16LE(at + 10), size: bytes.readUInt32LE(at + 20), at: bytes.readUInt32LE(at + 42) })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

const inflate = (bytes: Buffer, { method, size, at }: Entry, room: number): Buffer => {
  if (bytes.readUInt32LE(at) !== LOCAL) unsafe()
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const packed = bytes.subarray(from, from + size)
  if (method === STORED) return packed.length > room ? unsafe() : packed
  return method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: room }) : unsafe()
}

/** The reader fills every cell up to the furthest one named: a sheet of one cell in the last corner would be billions. */
const refuseFarCells = (sheet: string, { rows, columns }: Most): void => {
  for (const [, letters = '', digits = '0'] of sheet.matchAll(/\br\s*=\s*["']\s*([A-Z]*)(\d+)/gi)) {
    const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    if (Number(digits) > rows) fail('file.tooManyRows', { field: 'file' })
    if (column > columns) unsafe()
  }
}

interface Most {
  rows: number
  columns: number
}

/**
 * Opens every part of a workbook once, within a budget, before it is believed: what the directory says
 * of sizes may be a lie, and the reader that follows has no limit of its own.
 */
export const refuseHostileWorkbook = (bytes: Buffer, most: Most): void => {
  try {
    let room = MAX_INFLATED
    for (const entry of entriesOf(bytes)) {
      const part = inflate(bytes, entry, Math.max(1, room))
      room -= part.length
      if (room <= 0) unsafe()
      const isXml = /\.(xml|rels)$/i.test(entry.name)
      if (isXml && /<!(DOCTYPE|ENTITY)/i.test(part.toString('latin1'))) unsafe()
      if (/worksheets\/[^/]+\.xml$/i.test(entry.name)) refuseFarCells(part.toString('latin1'), most)
    }
  } catch (error) {
    // Offsets past the end, a deflated part that is too long or none.
    if (error instanceof AppError) throw error
    unsafe()
  }
}
