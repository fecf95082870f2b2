import { gradeLabels } from '../labels'
import { GRADES } from '../states'
import { lengthWords } from './length-words'
import { numberAt, numberRows, numberWords } from './numbers'
import type { CategorySetting, CaseSettings, Pace } from './shape'

/** One thing that differs between two versions, in words. */
export interface Difference {
  /** A category by its name, or the part of the settings. */
  about: string
  field: string
  from: string
  to: string
}

type NameOf = (department: string) => string | undefined
interface Fact {
  about: string
  field: string
  value: string
}

const NONE = '没有'
const paceLabels: Record<Pace, string> = { working: '按工作时间', natural: '按自然时间' }

const questionWords = (questions: NonNullable<CategorySetting['questions']> = []): string =>
  questions.map(({ words, answers }) => `${words}？${answers.map(({ label, stop }) => (stop ? `${label}→打 ${stop.number}，${stop.words}` : label)).join('／')}`).join('；') || NONE

const ownLimits = ({ limits }: CategorySetting, pace: Pace): string =>
  limits ? `受理 ${lengthWords(limits.acceptMinutes, pace)}，总共 ${lengthWords(limits.totalMinutes, pace)}` : '按等级'

const categoryFacts = (category: CategorySetting, pace: Pace, nameOf: NameOf): [string, Omit<Fact, 'about'>][] => {
  const { label, department, grade, family, radius, words, isPrivate, isPublishable, isLasting, isRetired, questions } = category
  const facts: [string, string][] = [
    ['名称', label],
    ['归哪个部门', department ? (nameOf(department) ?? department) : '村（居）委会'],
    ['等级', gradeLabels[grade]],
    ['时限', ownLimits(category, pace)],
    ['先问的问题', questionWords(questions)],
    ['一起查重的类', family ?? NONE],
    ['查重范围', `村民 ${radius?.villager ?? '通常'}，工作人员 ${radius?.staff ?? '通常'}`],
    ['认类别的词', words?.join('、') || NONE],
    ['别人能不能看到同类', isPrivate ? '不能' : '能'],
    ['能不能公开', isPublishable === false ? '不能' : '能'],
    ['办结后再回访', isLasting ? '要' : '不要'],
    ['状态', isRetired ? '停用' : '在用'],
  ]
  return facts.map(([field, value]) => [`${category.code} ${field}`, { field, value }])
}

const generalFacts = (settings: CaseSettings): [string, Fact][] => [
  ...GRADES.flatMap((grade): [string, Fact][] => {
    const [about, pace, { acceptMinutes, totalMinutes }] = [`${gradeLabels[grade]}事项`, settings.pace[grade], settings.limits[grade]]
    return [
      [`limits ${grade} accept`, { about, field: '受理时限', value: lengthWords(acceptMinutes, pace) }],
      [`limits ${grade} total`, { about, field: '总时限', value: lengthWords(totalMinutes, pace) }],
      [`pace ${grade}`, { about, field: '怎样计时', value: paceLabels[pace] }],
    ]
  }),
  ...numberRows.map((row): [string, Fact] => [row.field, { about: '时间和次数', field: row.label, value: numberWords(row, numberAt(settings, row.field)) }]),
]

const moved = (before: ReadonlyMap<string, Omit<Fact, 'about'>>, [key, after]: [string, Omit<Fact, 'about'>], about: string): Difference[] => {
  const from = before.get(key)?.value ?? NONE
  return from === after.value ? [] : [{ about, field: after.field, from, to: after.value }]
}

const ofCategories = (before: CaseSettings, after: CaseSettings, nameOf: NameOf): Difference[] =>
  after.categories.flatMap((category) => {
    const was = before.categories.find(({ code }) => code === category.code)
    const facts = categoryFacts(category, after.pace.normal, nameOf)
    if (!was) return [{ about: category.label, field: '新增类别', from: NONE, to: facts.slice(1, 4).map(([, { value }]) => value).join('，') }]
    const known = new Map(categoryFacts(was, before.pace.normal, nameOf))
    return facts.flatMap((fact) => moved(known, fact, was.label))
  })

const ofOrder = (before: CaseSettings, after: CaseSettings): Difference[] => {
  const old = before.categories.map(({ code }) => code)
  const now = after.categories.map(({ code }) => code).filter((code) => old.includes(code))
  return old.join() === now.join() || now.length < old.length ? [] : [{ about: '类别', field: '排列', from: '原来的先后', to: '换了先后' }]
}

/** What a version changes against another, in words and in the order of the settings. */
export const differencesOf = (before: CaseSettings, after: CaseSettings, nameOf: NameOf): Difference[] => {
  const known = new Map(generalFacts(before))
  return [
    ...ofCategories(before, after, nameOf),
    ...ofOrder(before, after),
    ...generalFacts(after).flatMap(([key, fact]) => moved(known, [key, fact], fact.about)),
  ]
}
