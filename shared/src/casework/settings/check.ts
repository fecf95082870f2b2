import type { CategorySetting, CaseSettings } from './shape'
import { numberAt, numberRows, numberWords } from './numbers'

export interface Wrong {
  /** `categories.2.limits.totalMinutes`: where a form shows it. */
  field: string
  message: string
}

interface Against {
  /** The version before: what it named is never removed. */
  before: CaseSettings
  /** Kinds of departments the county has. */
  departments: ReadonlySet<string>
}

const CODE = /^[a-zA-Z][a-zA-Z0-9]{1,23}$/
const LEAST_ACCEPT = 5
/** Half a year, whichever way it is counted. */
const MOST_TOTAL = { working: 125 * 420, natural: 180 * 1440 }

type Found = Wrong | false

const wrongs = (found: readonly Found[]): Wrong[] => found.filter((each): each is Wrong => each !== false)
const isTwice = <T>(all: readonly T[], at: number): boolean => all.indexOf(all[at] as T) < at

const wrongLimits = (field: string, { acceptMinutes, totalMinutes }: CaseSettings['limits']['normal'], pace: 'working' | 'natural'): Wrong[] => wrongs([
  acceptMinutes < LEAST_ACCEPT && { field: `${field}.acceptMinutes`, message: `受理时限最少 ${LEAST_ACCEPT} 分钟` },
  acceptMinutes >= totalMinutes && { field: `${field}.acceptMinutes`, message: '受理时限要比总时限短' },
  totalMinutes > MOST_TOTAL[pace] && { field: `${field}.totalMinutes`, message: '总时限最多半年' },
])

type Question = NonNullable<CategorySetting['questions']>[number]

const wrongAnswers = (field: string, { answers }: Question): Wrong[] => {
  const codes = answers.map(({ code }) => code)
  return answers.flatMap(({ code, label, stop }, at) => wrongs([
    label === '' && { field: `${field}.answers.${at}.label`, message: '选项要写文字' },
    (!CODE.test(code) || isTwice(codes, at)) && { field: `${field}.answers.${at}.code`, message: '选项代码用英文字母，一个问题里不能重复' },
    stop !== undefined && stop.words.length < 4 && { field: `${field}.answers.${at}.stop.words`, message: `要打 ${stop.number} 的选项，要写清打电话前先做什么` },
  ]))
}

const wrongQuestion = (field: string, question: Question, isCodeTaken: boolean): Wrong[] => [
  ...wrongs([
    (!CODE.test(question.code) || isCodeTaken) && { field: `${field}.code`, message: '问题代码用英文字母，各类别之间不能重复' },
    question.words === '' && { field: `${field}.words`, message: '问题要写文字' },
    question.answers.length < 2 && { field: `${field}.answers`, message: '至少两个选项' },
    question.answers.length >= 2 && question.answers.every(({ stop }) => stop) && { field: `${field}.answers`, message: '至少有一个选项是“都不是”，能接着往下反映' },
  ]),
  ...wrongAnswers(field, question),
]

const wrongWords = (field: string, words: readonly string[] = []): Wrong[] => words.flatMap((word, at) => wrongs([
  (word === '' || word.length > 10) && { field: `${field}.words`, message: `第 ${at + 1} 个词要 1 到 10 个字` },
  isTwice(words, at) && { field: `${field}.words`, message: `“${word}”写了两遍` },
]))

const wrongRadius = (field: string, radius: CategorySetting['radius'] = {}): Wrong[] =>
  (['villager', 'staff'] as const).flatMap((who) => {
    const metres = radius[who]
    return wrongs([metres !== undefined && (metres < 50 || metres > 5000) && { field: `${field}.radius.${who}`, message: '范围在 50 到 5000 米之间' }])
  })

interface Listed {
  settings: CaseSettings
  at: number
  departments: Against['departments']
}

const wrongNames = ({ settings: { categories }, at, departments }: Listed): Wrong[] => {
  const { code, label, department, isRetired } = categories[at]!
  const field = `categories.${at}`
  const isSame = categories.some((each, other) => other < at && !each.isRetired && !isRetired && each.label === label)
  return wrongs([
    (label.length < 2 || label.length > 10) && { field: `${field}.label`, message: '类别名称要 2 到 10 个字' },
    label !== '' && isSame && { field: `${field}.label`, message: `已经有叫“${label}”的类别` },
    !CODE.test(code) && { field: `${field}.code`, message: '代码用英文字母开头，只用字母和数字，2 到 24 个' },
    isTwice(categories.map((each) => each.code), at) && { field: `${field}.code`, message: '这个代码已经用过' },
    department !== undefined && !departments.has(department) && { field: `${field}.department`, message: '县里没有这个部门，请重新选' },
  ])
}

const wrongCategory = (listed: Listed): Wrong[] => {
  const { settings: { categories, pace }, at } = listed
  const { limits, questions = [], words, radius } = categories[at]!
  const field = `categories.${at}`
  const asked = categories.flatMap((each, other) => (other === at ? [] : (each.questions ?? []).map(({ code }) => code)))
  return [
    ...wrongNames(listed),
    ...(limits ? wrongLimits(`${field}.limits`, limits, pace.normal) : []),
    ...questions.flatMap((question, n) => wrongQuestion(`${field}.questions.${n}`, question, asked.includes(question.code) || isTwice(questions.map(({ code }) => code), n))),
    ...wrongWords(field, words),
    ...wrongRadius(field, radius),
  ]
}

const wrongNumbers = (settings: CaseSettings): Wrong[] => numberRows.flatMap((row) => {
  const value = numberAt(settings, row.field)
  const isSane = value >= row.least && value <= row.most
  return wrongs([!isSane && { field: row.field, message: `${row.label}要在 ${row.least} 到 ${numberWords(row, row.most)} 之间` }])
})

/** A case that is yellow from the first minute warns nobody. */
const wrongWarning = ({ warnMinutes, limits, categories }: CaseSettings): Wrong[] => {
  const normal = Math.min(limits.normal.totalMinutes, ...categories.flatMap((each) => (each.limits && !each.isRetired ? [each.limits.totalMinutes] : [])))
  return wrongs([
    warnMinutes.normal >= normal && { field: 'warnMinutes.normal', message: '提前提醒要比最短的时限短，否则一来就是黄的' },
    warnMinutes.urgent >= limits.urgent.totalMinutes && { field: 'warnMinutes.urgent', message: '提前提醒要比最短的时限短，否则一来就是黄的' },
  ])
}

const gone = ({ categories }: CaseSettings, before: CaseSettings): Wrong[] => {
  const codes = new Set(categories.map(({ code }) => code))
  return before.categories.flatMap(({ code, label }) => wrongs([!codes.has(code) && { field: 'categories', message: `“${label}”用过了，不能删掉；不用的请停用` }]))
}

/** Everything that is wrong with a draft, each at its field; nothing means it may be published. */
export const wrongIn = (settings: CaseSettings, { before, departments }: Against): Wrong[] => [
  ...gone(settings, before),
  ...wrongs([settings.categories.every(({ isRetired }) => isRetired) && { field: 'categories', message: '至少要有一个在用的类别' }]),
  ...settings.categories.flatMap((_, at) => wrongCategory({ settings, at, departments })),
  ...wrongLimits('limits.normal', settings.limits.normal, settings.pace.normal),
  ...wrongLimits('limits.urgent', settings.limits.urgent, settings.pace.urgent),
  ...wrongNumbers(settings),
  ...wrongWarning(settings),
]
