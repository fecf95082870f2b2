import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import iconv from 'iconv-lite'
import writeXlsx from 'write-excel-file/node'
import { openTable } from './open-table'

const HEAD = ['工单编号', '诉求内容']
const words = (value: string) => ({ type: String, value })
const workbook = (rows: string[][]): Promise<Buffer> => writeXlsx(rows.map((row) => row.map(words))).toBuffer()
const csv = (rows: string[][], sign = ',') => rows.map((row) => row.join(sign)).join('\r\n')
const rows = [HEAD, ['GS001', '路上有坑'], ['', ''], ['GS002', '停水']]
const read = { headers: HEAD, rows: [{ row: 2, cells: ['GS001', '路上有坑'] }, { row: 4, cells: ['GS002', '停水'] }] }

const codeOf = (bytes: Buffer): Promise<string> => openTable(bytes).then(() => 'ok', (error: { code: string }) => error.code)

describe('one table, however it was written', () => {
  test.each<[string, () => Buffer | Promise<Buffer>]>([
    ['csv in UTF-8', () => Buffer.from(csv(rows))],
    ['csv in UTF-8 with its mark', () => Buffer.from(`\ufeff${csv(rows)}`)],
    ['csv in GBK, as Excel in Chinese saves it', () => iconv.encode(csv(rows), 'gbk')],
    ['csv in UTF-16', () => iconv.encode(`\ufeff${csv(rows)}`, 'utf16le')],
    ['csv by tabs', () => Buffer.from(csv(rows, '\t'))],
  ])('%s', async (_, bytes) => expect(await openTable(await bytes())).toEqual(read))

  test('a workbook of Excel, with the numbers Excel shows beside its rows', async () => {
    const { headers, rows: found } = await openTable(await workbook([['热线工单（本周）'], ...rows]))
    expect(headers).toEqual(HEAD)
    expect(found.map(({ row, cells }) => [row, cells[0]])).toEqual([[3, 'GS001'], [5, 'GS002']])
  })
})

test('a line break within quotes is within the cell', async () => {
  const { rows: found } = await openTable(Buffer.from('工单编号,诉求内容\nGS001,"第一行\n第二行, 还有"\n'))
  expect(found[0]?.cells).toEqual(['GS001', '第一行\n第二行, 还有'])
})

test('of two columns of one name both can be chosen', async () => {
  expect((await openTable(Buffer.from('工单编号,电话,电话\n1,2,3\n'))).headers).toEqual(['工单编号', '电话', '电话（2）'])
})

/** A zip of one part, saying of its size what it likes. */
const zip = (name: string, part: Buffer, { claimed = part.length, flags = 0 } = {}): Buffer => {
  const packed = deflateRawSync(part)
  const [local, entry, end, path] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22), Buffer.from(name)]
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(claimed, 22)
  local.writeUInt16LE(path.length, 26)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(claimed, 24)
  entry.writeUInt16LE(path.length, 28)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + path.length, 12)
  end.writeUInt32LE(local.length + path.length + packed.length, 16)
  return Buffer.concat([local, path, packed, entry, path, end])
}
const SHEET = 'xl/worksheets/sheet1.xml'

describe('what would harm is refused', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a file over five megabytes', () => Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'file.tableTooLarge'],
    ['more than five thousand rows', () => Buffer.from(csv([HEAD, ...Array.from({ length: 5001 }, (_, n) => [`GS${n}`, '坑'])])), 'file.tooManyRows'],
    ['a part that swells to gigabytes', () => zip(SHEET, Buffer.alloc(64 * 1024 * 1024)), 'file.unsafeTable'],
    ['the same, lying about its size', () => zip(SHEET, Buffer.alloc(64 * 1024 * 1024), { claimed: 100 }), 'file.unsafeTable'],
    ['a workbook with a password', () => zip(SHEET, Buffer.from('<a/>'), { flags: 1 }), 'file.unsafeTable'],
    ['a cell in the last row', () => zip(SHEET, Buffer.from('<row r="1048576"><c r="A1048576"/></row>')), 'file.tooManyRows'],
    ['a cell in the last column', () => zip(SHEET, Buffer.from('<c r="XFD1"/>')), 'file.unsafeTable'],
    ['entities', () => zip('xl/sharedStrings.xml', Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]>')), 'file.unsafeTable'],
    ['half a zip', async () => (await workbook(rows)).subarray(0, 900), 'file.unsafeTable'],
    ['a zip that is no workbook', () => zip('a.txt', Buffer.from('hello')), 'file.notATable'],
    ['an old .xls', () => Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), 'file.notATable'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file.notATable'],
    ['nothing', () => Buffer.alloc(0), 'file.noHeader'],
    ['one cell', () => Buffer.from('工单'), 'file.noHeader'],
  ])('%s', async (_, bytes, code) => expect(await codeOf(await bytes())).toBe(code))
})
