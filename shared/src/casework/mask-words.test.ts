import { expect, test } from '@jest/globals'
import { hasPrivateWords, maskWords } from './mask-words'

test.each([
  ['a mobile number', '请打13800138000找我', '请打〔电话〕找我'],
  ['one with the country before it', '+8613800138000', '〔电话〕'],
  ['one spread by blanks and dashes', '电话138 0013-8000。', '电话〔电话〕。'],
  ['one in wide digits', '１３８００１３８０００', '〔电话〕'],
  ['one spelt out', '电话一三八零零一三八〇〇〇', '电话〔电话〕'],
  ['one read as in the army', '幺三九零零幺三八零零零', '〔电话〕'],
  ['one with an unseen character inside', '138\u200b0013\u200b8000', '〔电话〕'],
  ['two in a row', '13800138000、13900139000', '〔电话〕、〔电话〕'],
  ['one after a day', '2026-11-22 13800138000', '2026-11-22 〔电话〕'],
  ['a landline', '0933-3621234 或 (0933)3621234', '〔电话〕 或 〔电话〕'],
  ['a local number', '村部3621234', '村部〔号码〕'],
  ['an ID number', '身份证62082119900307123X', '身份证〔证件号〕'],
  ['one with a small x', '62082119900307123x', '〔证件号〕'],
  ['one in groups', '620821 19900307 1234', '〔证件号〕'],
  ['an old ID number', '620821900307123', '〔卡号〕'],
  ['a bank card', '卡号6222021234567890123', '卡号〔卡号〕'],
  ['a bank card in groups', '6222 0212 3456 7890 123', '〔卡号〕'],
  ['a plate', '甘L12345挡路', '〔车牌〕挡路'],
  ['a plate with a dot', '甘L·A1234', '〔车牌〕'],
  ['a plate of an electric car', '甘LD12345', '〔车牌〕'],
  ['a trailer', '甘L1234挂', '〔车牌〕'],
  ['an account', '微信号：wang_1990', '〔账号〕'],
  ['a letter box', 'wang@example.com', '〔邮箱〕'],
])('%s gives way to what it was', (_what, words, masked) => {
  expect(maskWords(words)).toBe(masked)
  expect(hasPrivateWords(words)).toBe(true)
})

test.each([
  '', '太阳墩村口的路坏了', '12345 打不通，119 来过', '2026-11-22 08:30 停电', '20261122 停电', '二〇二六年十一月二十二日',
  '修了1200000元', '编号玉都26-0382', 'G312 线 K1234+500', '甘肃省', '第一二三组', '水表 123456 度', '3.5 公里', '邮编 744300',
])('%s stays as it is', (words) => {
  expect(maskWords(words)).toBe(words)
  expect(hasPrivateWords(words)).toBe(false)
})

test('what was masked once has nothing left to mask', () => {
  const once = maskWords('甘L12345，13800138000，62082119900307123X')
  expect(maskWords(once)).toBe(once)
})

test('a long run of digits and gaps is answered at once', () => {
  const started = performance.now()
  maskWords('1 '.repeat(20_000))
  maskWords('1 - '.repeat(5_000))
  expect(performance.now() - started).toBeLessThan(2_000)
})

test.each([
  '电话 13912345678 找我',
  '电话13912345678',
  '打 139 1234 5678',
  '打 139-1234-5678。',
  '打１３９１２３４５６７８',
  '固话 0933-3321234',
  '一三九一二三四五六七八',
  '身份证 620821199001011232',
  '身份证62082119900101123X，',
  '62082119900101123x',
  '旧证 620821900101123',
  '卡号 6228 4800 1234 5678 901',
  '车牌甘LA1234',
  '甘L·12345 撞的',
  '新能源甘LD12345',
  '甘l 1234挂',
  '加微信号 zhang_san88',
  'QQ：12345678',
  '写信 li.si@qq.com 给我',
])('%s is private', (words) => {
  expect(hasPrivateWords(words)).toBe(true)
  expect(hasPrivateWords(maskWords(words))).toBe(false)
})

test.each([
  '三社 12 号院路灯不亮，2026-11-21 就坏了',
  '11月21日 15:30 停电，到现在 6 个小时',
  '路面坏了 300 米，坑深 20 厘米',
  '打 119 还是 12345',
  '村东头第二个桥',
  '五六七天了没人管',
  '甘肃来的水',
])('%s says nothing of a person', (words) => {
  expect(maskWords(words)).toBe(words)
})
