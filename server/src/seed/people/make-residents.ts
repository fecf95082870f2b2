import type { Dice } from './dice'
import { createDice } from './dice'
import type { Member } from './household'
import { makeHousehold } from './household'
import type { Sex } from './names'
import { makeGivenName, makeSurname } from './names'
import { createIdNumbers, createPhones, dayText } from './numbers'

export interface SeedResident {
  name: string
  sex: Sex
  /** YYYY-MM-DD */
  birthday: string
  /** 18 digits, GB 11643. */
  idNumber: string
  phone?: string
  /** The village's 12-digit code and a running number of four digits. */
  householdNo: string
  /** GB/T 4761 code, head of the household first. */
  relation: string
  villageId: string
}

export interface SeedVillage {
  id: string
  /** 12-digit division code. */
  code: string
}

interface Plan {
  count: number
  villages: readonly SeedVillage[]
  seed: number
  /** The day the ages hold on. */
  today?: string
}

/** Splits `count` over the villages, between about half and one and a half of an even share each. */
const quotas = (dice: Dice, { count, villages }: Plan): number[] => {
  const weights = villages.map(() => 0.5 + dice.next())
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let [spread, placed] = [0, 0]
  return weights.map((weight) => {
    spread += weight
    const quota = Math.round((count * spread) / total) - placed
    placed += quota
    return quota
  })
}

/** Most villages have a few families that everyone belongs to. */
const createVillageSurnames = (dice: Dice): (() => string) => {
  const families = [makeSurname(dice), makeSurname(dice), makeSurname(dice)]
  return () => (dice.chance(0.6) ? dice.pick(families) : makeSurname(dice))
}

const hasPhone = (dice: Dice, age: number): boolean => dice.chance(age < 13 ? 0 : age < 18 ? 0.4 : age < 65 ? 0.96 : 0.6)

/**
 * Invented residents, one after another, household by household, never all in memory. The same seed
 * gives the same people. Numbers are valid in form and belong to nobody knowingly.
 */
export function* makeResidents(plan: Plan): Generator<SeedResident> {
  const dice = createDice(plan.seed)
  const idNumberOf = createIdNumbers(dice)
  const nextPhone = createPhones()
  const today = Math.floor(Date.parse(plan.today ?? '2026-11-01') / 86_400_000)

  const settle = (member: Member, householdNo: string, villageId: string): SeedResident => {
    const { sex, age, relation } = member
    const day = today - Math.floor(age * 365.25) - dice.between(1, 360)
    const birthday = dayText(day)
    const name = `${member.surname}${makeGivenName(dice, { sex, birthYear: Number(birthday.slice(0, 4)) })}`
    const idNumber = idNumberOf({ sex, day, hasMarriedIn: member.hasMarriedIn })
    const phone = hasPhone(dice, age) ? { phone: nextPhone() } : {}
    return { name, sex, birthday, idNumber, ...phone, householdNo, relation, villageId }
  }

  const shares = quotas(dice, plan)
  for (const [index, village] of plan.villages.entries()) {
    const surnameOf = createVillageSurnames(dice)
    let left = shares[index] ?? 0
    for (let number = 1; left > 0; number += 1) {
      const members = makeHousehold(dice, surnameOf()).slice(0, left)
      left -= members.length
      const householdNo = `${village.code}${String(number).padStart(4, '0')}`
      for (const member of members) yield settle(member, householdNo, village.id)
    }
  }
}
