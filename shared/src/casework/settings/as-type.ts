import type { CaseType, Category } from '../case-type'
import type { CategorySetting, CaseSettings } from './shape'

type Known = Record<string, unknown>
/** What a county keeps of a category; the compiler holds the list to the shape, which a phone does not load. */
const kept = new Set(Object.keys({
  code: true, label: true, department: true, grade: true, limits: true, questions: true, family: true, radius: true, words: true,
  isPrivate: true, isPublishable: true, isLasting: true, isRetired: true,
} satisfies Record<keyof CategorySetting, true>))

const without = (given: Category, isDropped: (key: string) => boolean): Partial<Category> =>
  Object.fromEntries(Object.entries(given).filter(([key, value]) => value !== undefined && !isDropped(key)))

const settingOf = (category: Category): CategorySetting => {
  const { questions, words, limits, radius, ...rest } = without(category, (key) => !kept.has(key)) as Category
  return {
    ...rest,
    ...(limits ? { limits: { ...limits } } : {}),
    ...(radius ? { radius: { ...radius } } : {}),
    ...(words ? { words: [...words] } : {}),
    ...(questions ? { questions: questions.map(({ answers, ...question }) => ({ ...question, answers: [...answers] })) } : {}),
  }
}

const daysIn = (limit: CaseType['arrival']['normal']): number => ('workingDays' in limit ? limit.workingDays : 1)
const minutesIn = (limit: CaseType['arrival']['normal']): number => ('minutes' in limit ? limit.minutes : 30)

/** What the code holds of a kind of case, as a county's first version. */
export const settingsOf = (type: CaseType): CaseSettings => {
  const { limits, pace, warnMinutes, poolMinutes, ratingDays, reopenDays, unmergeDays, lastingDays } = type
  const { reopenShare, pauseShare, mostReopenings, askedChildren, returnDays, arbitrationDays, arrival } = type
  const { feedbackDays, signDays, headSignDays, hearingDays, phoneListMinutes } = type
  return {
    categories: type.categories.map(settingOf),
    limits, pace: { ...pace }, warnMinutes: { ...warnMinutes }, poolMinutes, ratingDays, reopenDays, unmergeDays, lastingDays: { ...lastingDays },
    reopenShare, pauseShare, mostReopenings, askedChildren, returnDays, arbitrationDays,
    arrivalDays: daysIn(arrival.normal), arrivalMinutes: minutesIn(arrival.urgent), feedbackDays, signDays, headSignDays, hearingDays, phoneListMinutes,
  }
}

/** A field that is not a county's to set comes from the code, as it is now. */
const categoryAs = (setting: CategorySetting, coded: Category | undefined): Category =>
  ({ ...(coded ? without(coded, (key) => kept.has(key)) : {}), ...(setting as Known) }) as unknown as Category

/** The kind of case as one version of a county's settings makes it. */
export const typeAs = (type: CaseType, { version, settings }: { version: number; settings: CaseSettings }): CaseType => {
  const { categories, arrivalDays, arrivalMinutes, ...numbers } = settings
  const coded = new Map(type.categories.map((category) => [category.code, category]))
  return {
    ...type,
    ...numbers,
    version,
    arrival: { normal: { workingDays: arrivalDays }, urgent: { minutes: arrivalMinutes } },
    categories: categories.map((setting) => categoryAs(setting, coded.get(setting.code))),
  }
}
