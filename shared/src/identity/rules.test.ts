import { expect, test } from '@jest/globals'
import { soundsOfficial } from './rules'

test.each([['系统'], ['县政府'], ['某某镇政府'], ['村委会'], ['管理员'], ['系 统 通 知'], ['县·政·府'], ['【管理员】'], ['村委會']])('%s is no name for a villager', (name) => {
  expect(soundsOfficial(name)).toBe(true)
})

test.each([['王建国'], ['村民'], ['管建政'], ['系英'], ['村东老李'], ['居小会']])('%s is', (name) => {
  expect(soundsOfficial(name)).toBe(false)
})
