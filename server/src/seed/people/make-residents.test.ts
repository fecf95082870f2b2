import { expect, test } from '@jest/globals'
import { isIdNumber } from '@xiangli/shared/registry/rules'
import { RELATION } from './household'
import type { SeedResident } from './make-residents'
import { makeResidents } from './make-residents'

const villages = Array.from({ length: 20 }, (_, at) => ({ id: `v${at}`, code: `620821100${200 + at}` }))
const made = (count: number, seed = 7) => [...makeResidents({ count, villages, seed, today: '2026-11-01' })]
const people = made(8_000)
const ageOf = ({ birthday }: SeedResident) => (Date.parse('2026-11-01') - Date.parse(birthday)) / 86_400_000 / 365.25

const households = new Map<string, SeedResident[]>()
for (const person of people) {
  households.set(person.householdNo, [...(households.get(person.householdNo) ?? []), person])
}

test('exactly as many as asked for, in every village', () => {
  expect(people).toHaveLength(8_000)
  expect(new Set(people.map((person) => person.villageId)).size).toBe(20)
  for (const count of [0, 1, 19, 2_017]) expect(made(count)).toHaveLength(count)
})

test('the same seed makes the same people, another seed others', () => {
  expect(made(500)).toEqual(made(500))
  expect(made(500, 8)).not.toEqual(made(500))
})

test('every number is valid, tells birthday and sex, and belongs to one person', () => {
  for (const { idNumber, birthday, sex } of people) {
    expect(isIdNumber(idNumber)).toBe(true)
    expect(idNumber.slice(6, 14)).toBe(birthday.replaceAll('-', ''))
    expect(Number(idNumber[16]) % 2 === 1 ? 'male' : 'female').toBe(sex)
  }
  expect(new Set(people.map((person) => person.idNumber)).size).toBe(people.length)
})

test('nine in ten numbers carry the county’s area code, the rest a neighbour’s', () => {
  const share = people.filter(({ idNumber }) => idNumber.startsWith('620821')).length / people.length
  expect(share).toBeGreaterThan(0.88)
  expect(share).toBeLessThan(0.98)
})

test('every phone is under the prefix no operator has, and belongs to one person', () => {
  const phones = people.flatMap(({ phone }) => phone ?? [])
  expect(phones.every((phone) => /^160\d{8}$/.test(phone))).toBe(true)
  expect(new Set(phones).size).toBe(phones.length)
  expect(phones.length / people.length).toBeGreaterThan(0.6)
})

test('every household has 1–6 people of one village and its head comes first', () => {
  for (const [number, members] of households) {
    expect(number).toMatch(/^620821100\d{7}$/)
    expect(members.length).toBeLessThanOrEqual(6)
    expect(members.map(({ relation }) => relation).filter((code) => code === RELATION.head)).toHaveLength(1)
    expect(members[0]?.relation).toBe(RELATION.head)
    expect(new Set(members.map(({ villageId }) => villageId)).size).toBe(1)
  }
  const mean = people.length / households.size
  expect(mean).toBeGreaterThan(2.7)
  expect(mean).toBeLessThan(3.7)
})

test('ages fit the relations: children are born to grown parents, heads are grown, nobody is past 110', () => {
  for (const members of households.values()) {
    const [head] = members
    if (!head) continue
    expect(ageOf(head)).toBeGreaterThan(22)
    for (const member of members) {
      expect(ageOf(member)).toBeGreaterThanOrEqual(0)
      expect(ageOf(member)).toBeLessThan(110)
      if (/^[23]/.test(member.relation) && member.relation !== RELATION.daughterInLaw) {
        expect(ageOf(head) - ageOf(member)).toBeGreaterThan(18)
      }
      if (member.relation.startsWith('5')) expect(ageOf(member) - ageOf(head)).toBeGreaterThan(18)
      if (member.relation.startsWith('4')) expect(ageOf(head) - ageOf(member)).toBeGreaterThan(36)
    }
  }
})

test('sexes fit the relations', () => {
  const male: readonly string[] = [RELATION.husband, RELATION.onlySon, ...RELATION.sons, RELATION.grandson, RELATION.father]
  const female: readonly string[] = [RELATION.wife, RELATION.onlyDaughter, ...RELATION.daughters, RELATION.granddaughter, RELATION.mother, RELATION.daughterInLaw]
  for (const { relation, sex } of people) {
    if (male.includes(relation)) expect(sex).toBe('male')
    else if (female.includes(relation)) expect(sex).toBe('female')
    else expect(relation).toBe(RELATION.head)
  }
})

test('names are two to four characters and do not repeat too much', () => {
  expect(people.every(({ name }) => /^\p{Script=Han}{2,4}$/u.test(name))).toBe(true)
  expect(new Set(people.map(({ name }) => name)).size).toBeGreaterThan(people.length * 0.4)
})

test('a whole county of 290,000 is made in a few seconds, one person at a time', () => {
  const wide = Array.from({ length: 221 }, (_, at) => ({ id: `v${at}`, code: String(620821100200 + at) }))
  // Processor time: other work on the machine is not this test's affair.
  const before = process.cpuUsage()
  let count = 0
  for (const person of makeResidents({ count: 290_000, villages: wide, seed: 1 })) count += person.name ? 1 : 0
  expect(count).toBe(290_000)
  expect(process.cpuUsage(before).user).toBeLessThan(10_000_000)
})
