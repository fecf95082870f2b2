import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runInNewContext } from 'node:vm'
import type { Simulators } from '../start-simulators'
import { startSimulators } from '../start-simulators'
import { isSafeReturn, pickerPage } from './picker-page'
import { pickerScript } from './picker-script'

let simulators: Simulators
beforeAll(async () => {
  simulators = await startSimulators({ port: 0, wechat: { appId: 'wx', appSecret: 's' } })
})
afterAll(() => simulators.stop())

describe('a return address', () => {
  test.each(['/m/', '/m/?a=1#/pages/me/index', '/m/%2f%2fevil.example', '/'])('%s is on this site', (path) => {
    expect(isSafeReturn(path)).toBe(true)
  })

  test.each([
    'https://evil.example/', '//evil.example', '/\\evil.example', '\\\\evil.example', 'm/', 'javascript:alert(1)', '/m\\..\\x', '/a b',
    '/\t/evil.example', '/\n/evil.example', '', '///evil.example',
  ])('%j is refused, on the page as by the server', async (path) => {
    expect(isSafeReturn(path)).toBe(false)
    if (path === '') return
    const { status } = await fetch(`${simulators.url}/wechat/picker?${new URLSearchParams({ return: path })}`)
    expect(status).toBe(400)
  })
})

test('the page loads its parts from beside itself, and nothing from elsewhere', async () => {
  const page = await fetch(`${simulators.url}/wechat/picker?return=%2Fm%2F`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  const links = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link)
  expect(links).toEqual(['picker/style.css', 'picker/script.js'])
  for (const link of links) expect((await fetch(new URL(String(link), page.url))).status).toBe(200)
  expect(pickerPage).not.toMatch(/ style=| on\w+=|<script>/)
})

test('the script is one that a browser can read', () => {
  expect(() => runInNewContext(`(function () {${pickerScript}})`)).not.toThrow()
})
