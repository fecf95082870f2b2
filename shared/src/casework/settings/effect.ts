import { categoryOf, limitsIn, type CaseType } from '../case-type'
import type { Grade } from '../states'

/** What a preview knows of a case that was filed. */
export interface Filed {
  category: string | null
  grade: Grade
  /** Nobody knew its place. */
  isPool: boolean
}

/** What settings make of a case by themselves: whose matter it is, how urgent, how long it may take. */
export interface Outcome {
  department: string | undefined
  grade: Grade
  acceptMinutes: number
  totalMinutes: number
  pace: 'working' | 'natural'
}

export interface Effect {
  before: Outcome
  after: Outcome
  isOtherUnit: boolean
  isOtherGrade: boolean
  isOtherLimit: boolean
}

const outcomeOf = (type: CaseType, { category, isPool }: Filed, grade: Grade): Outcome => ({
  department: categoryOf(type, category ?? undefined)?.department,
  grade,
  ...limitsIn(type, { grade, category, isPool }),
  pace: type.pace[grade],
})

const gradeOf = (type: CaseType, { category }: Filed): Grade => categoryOf(type, category ?? undefined)?.grade ?? 'normal'

/** A grade that differs from its category's was set by a person: no settings change it. */
export const effectOn = (filed: Filed, { before, after }: { before: CaseType; after: CaseType }): Effect => {
  const isByHand = gradeOf(before, filed) !== filed.grade
  const then = outcomeOf(before, filed, filed.grade)
  const would = outcomeOf(after, filed, isByHand ? filed.grade : gradeOf(after, filed))
  return {
    before: then,
    after: would,
    isOtherUnit: then.department !== would.department,
    isOtherGrade: then.grade !== would.grade,
    isOtherLimit: then.acceptMinutes !== would.acceptMinutes || then.totalMinutes !== would.totalMinutes || then.pace !== would.pace,
  }
}

export const isTouched = ({ isOtherUnit, isOtherGrade, isOtherLimit }: Effect): boolean => isOtherUnit || isOtherGrade || isOtherLimit

export interface Tally {
  cases: number
  unit: number
  grade: number
  limit: number
}

export const noTally: Tally = { cases: 0, unit: 0, grade: 0, limit: 0 }

export const tallied = (tally: Tally, { isOtherUnit, isOtherGrade, isOtherLimit }: Effect): Tally => ({
  cases: tally.cases + 1,
  unit: tally.unit + Number(isOtherUnit),
  grade: tally.grade + Number(isOtherGrade),
  limit: tally.limit + Number(isOtherLimit),
})
