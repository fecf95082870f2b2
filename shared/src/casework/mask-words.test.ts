import { expect, test } from '@jest/globals'
import { maskWords } from './mask-words'

test.each([
  ['电话 13912345678 找我', '电话 *** 找我'],
  ['电话13912345678', '电话***'],
  ['打 139 1234 5678', '打 ***'],
  ['打 139-1234-5678。', '打 ***。'],
  ['打１３９１２３４５６７８', '打***'],
  ['固话 0933-3321234', '固话 ***'],
  ['一三九一二三四五六七八', '***'],
  ['幺三九、一二三四、五六七八', '***'],
  ['身份证 620821199001011232', '身份证 ***'],
  ['身份证62082119900101123X，', '身份证***，'],
  ['62082119900101123x', '***'],
  ['旧证 620821900101123', '旧证 ***'],
  ['卡号 6228 4800 1234 5678 901', '卡号 ***'],
  ['车牌甘LA1234', '车牌***'],
  ['甘L·12345 撞的', '*** 撞的'],
  ['新能源甘LD12345', '新能源***'],
  ['甘l 1234挂', '***'],
  ['加微信号 zhang_san88', '加***'],
  ['QQ：12345678', 'QQ：***'],
  ['写信 li.si@qq.com 给我', '写信 *** 给我'],
])('%s is shown as %s', (words, shown) => {
  expect(maskWords(words)).toBe(shown)
})

test.each([
  '三社 12 号院路灯不亮，2026-11-21 就坏了',
  '11月21日 15:30 停电，到现在 6 个小时',
  '路面坏了 300 米，坑深 20 厘米',
  '打 119 还是 12345',
  '村东头第二个桥',
  '五六七天了没人管',
  '甘肃来的水',
])('%s says nothing of a person and stays as it is', (words) => {
  expect(maskWords(words)).toBe(words)
})

test('masking twice changes nothing more', () => {
  const words = '我是王建国 13912345678，车甘LA1234'
  expect(maskWords(maskWords(words))).toBe(maskWords(words))
})
