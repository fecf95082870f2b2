import { expect, test } from '@jest/globals'
import { onlyOpenedBy } from './near-only'

const HERE = '只有这台电脑打得开'
const NEAR = '只有和这台电脑连着同一个网的手机打得开'

test.each([
  ['localhost', HERE], ['127.0.0.1', HERE], ['[::1]', HERE],
  ['192.168.1.20', NEAR], ['10.0.0.3', NEAR], ['172.20.1.1', NEAR], ['office.local', NEAR], ['[fe80::1]', NEAR],
  ['xiangli.example.gov.cn', ''], ['localhost.example.cn', ''], ['172.32.0.1', ''], ['203.0.113.9', ''],
])('a code printed at %s: %s', (hostname, who) => {
  expect(onlyOpenedBy(hostname)).toBe(who)
})
