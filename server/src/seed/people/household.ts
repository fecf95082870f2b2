import type { Dice } from './dice'
import { weighted } from './dice'
import type { Sex } from './names'
import { makeSurname } from './names'

/** GB/T 4761-2008 two-digit codes of the relation to the head of the household. */
export const RELATION = {
  head: '02', husband: '11', wife: '12', onlySon: '21', onlyDaughter: '31',
  sons: ['22', '23', '24'], daughters: ['32', '33', '34'],
  daughterInLaw: '38', grandson: '41', granddaughter: '42', father: '51', mother: '52',
} as const

export interface Member {
  /** A code of `RELATION`. */
  relation: string
  sex: Sex
  surname: string
  /** In years, on the day the residents are made for. */
  age: number
  hasMarriedIn: boolean
}

type Kind = 'alone' | 'couple' | 'nuclear' | 'oneParent' | 'withParents' | 'withGrandchildren'
const kinds = weighted<Kind>([
  ['alone', 13], ['couple', 21], ['nuclear', 34], ['oneParent', 4], ['withParents', 16], ['withGrandchildren', 12],
])
const childCounts = weighted([[1, 38], [2, 50], [3, 12]])

const man = (relation: string, surname: string, age: number): Member => ({ relation, sex: 'male', surname, age, hasMarriedIn: false })
/** Wives and mothers of this countryside came from another family, often another county. */
const woman = (relation: string, surname: string, age: number): Member => ({ relation, sex: 'female', surname, age, hasMarriedIn: true })

const sexOf = (dice: Dice): Sex => (dice.chance(0.512) ? 'male' : 'female')

const makeHead = (dice: Dice, surname: string, kind: Kind): Member => {
  const [young, old] = {
    alone: dice.chance(0.25) ? [24, 55] : [58, 92],
    couple: [46, 86],
    nuclear: [27, 54],
    oneParent: [28, 52],
    withParents: [34, 58],
    withGrandchildren: [56, 80],
  }[kind] as [number, number]
  const sex: Sex = dice.chance(kind === 'alone' ? 0.55 : 0.86) ? 'male' : 'female'
  return { relation: RELATION.head, sex, surname, age: dice.between(young, old), hasMarriedIn: false }
}

const makeSpouse = (dice: Dice, head: Member): Member => {
  const isWife = head.sex === 'male'
  const age = isWife ? head.age - dice.between(-2, 6) : head.age + dice.between(-2, 6)
  const relation = isWife ? RELATION.wife : RELATION.husband
  return { relation, sex: isWife ? 'female' : 'male', surname: makeSurname(dice), age: Math.max(22, age), hasMarriedIn: true }
}

/** Children in the order of birth, 2–5 years apart, none born before a parent was 20. */
const makeChildren = (dice: Dice, parents: readonly Member[], surname: string): Member[] => {
  const youngest = Math.min(...parents.map((parent) => parent.age))
  const eldest = Math.min(youngest - 20 - dice.between(0, 8), 26)
  const wanted = childCounts(dice)
  const ages: number[] = []
  for (let age = eldest; ages.length < wanted && age >= 0; age -= dice.between(2, 5)) ages.push(age)
  const counts: Record<Sex, number> = { male: 0, female: 0 }
  return ages.map((age) => {
    const sex = sexOf(dice)
    const order = sex === 'male' ? RELATION.sons : RELATION.daughters
    const only = sex === 'male' ? RELATION.onlySon : RELATION.onlyDaughter
    const relation = ages.length === 1 ? only : (order[counts[sex]] ?? only)
    counts[sex] += 1
    return { relation, sex, surname, age, hasMarriedIn: false }
  })
}

const makeParents = (dice: Dice, head: Member): Member[] => {
  const motherAge = head.age + dice.between(20, 30)
  const mother = woman(RELATION.mother, makeSurname(dice), motherAge)
  const father = man(RELATION.father, head.surname, motherAge + dice.between(0, 5))
  const alive = [father, mother].filter((parent) => parent.age <= 96 && dice.chance(parent.age < 75 ? 0.85 : 0.55))
  return alive.length > 0 ? alive : motherAge <= 96 ? [mother] : []
}

/** An only son with his wife and their one or two children, under the grandparents' roof. */
const makeSonsFamily = (dice: Dice, parents: readonly Member[], surname: string): Member[] => {
  const youngest = Math.min(...parents.map((parent) => parent.age))
  const son = man(RELATION.onlySon, surname, youngest - dice.between(21, 27))
  const wife = woman(RELATION.daughterInLaw, makeSurname(dice), Math.max(22, son.age - dice.between(-1, 4)))
  const children = makeChildren(dice, [son, wife], surname).slice(0, 2)
  const relationOf = ({ sex }: Member) => (sex === 'male' ? RELATION.grandson : RELATION.granddaughter)
  return [son, wife, ...children.map((child) => ({ ...child, relation: relationOf(child) }))]
}

/** One household of 1–6, head first; children bear the father's surname. */
export const makeHousehold = (dice: Dice, surname: string): Member[] => {
  const kind = kinds(dice)
  const head = makeHead(dice, surname, kind)
  if (kind === 'alone') return [head]
  const spouse = kind === 'oneParent' ? undefined : makeSpouse(dice, head)
  const couple = spouse ? [head, spouse] : [head]
  const familyName = head.sex === 'male' ? head.surname : (spouse?.surname ?? makeSurname(dice))
  if (kind === 'couple') return couple
  if (kind === 'withGrandchildren') return [...couple, ...makeSonsFamily(dice, couple, familyName)].slice(0, 6)
  const children = makeChildren(dice, couple, familyName)
  if (kind === 'withParents') return [...couple, ...children, ...makeParents(dice, head)].slice(0, 6)
  return [...couple, ...children]
}
