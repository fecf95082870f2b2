import type { WhyFact } from './why'

/** How bad the matter may become; of the matter, never of a person, and no number behind it. */
export const RISKS = ['ordinary', 'attention', 'major', 'grave'] as const
export type RiskLevel = (typeof RISKS)[number]
/** What is kept in lists of its own; the ordinary is the rest. */
export const RAISED_RISKS = ['attention', 'major', 'grave'] as const
export type RaisedRisk = (typeof RAISED_RISKS)[number]
/** The most a machine may say: the last step is a person's. */
export type ProposedRisk = Exclude<RaisedRisk, 'grave'>

export const riskLabels: Record<RiskLevel, string> = { ordinary: '一般', attention: '关注', major: '较大', grave: '重大' }

/** By what a level is proposed: data with a version, so that each proposal says what it went by. */
export interface RiskRules {
  version: number
  categories: Readonly<Record<string, ProposedRisk>>
  /** Question → answer → level. */
  answers: Readonly<Record<string, Readonly<Record<string, ProposedRisk>>>>
  words: Readonly<Record<ProposedRisk, readonly string[]>>
}

export interface Risk {
  level: RiskLevel
  /** Said by the rules and confirmed by nobody (待确认). */
  isProposed: boolean
  /** Of the rules. */
  version?: number
  because?: WhyFact[]
  at: Date
  byId?: string
}

export interface RiskAbout {
  category?: { code: string; label: string } | undefined
  words?: string | undefined
  answers?: Readonly<Record<string, string>> | undefined
}

interface Hit {
  level: ProposedRisk
  fact: WhyFact
}

const LEAST_FIRST: readonly ProposedRisk[] = ['attention', 'major']
/** So many words are named; a long story need not name them all. */
const MOST_NAMED = 5

const hitsOf = (rules: RiskRules, { category, words = '', answers = {} }: RiskAbout): Hit[] => {
  const ofCategory = category ? rules.categories[category.code] : undefined
  return [
    ...(category && ofCategory ? [{ level: ofCategory, fact: { label: '类别', value: category.label } }] : []),
    ...Object.entries(answers).flatMap(([question, answer]) => {
      const level = rules.answers[question]?.[answer]
      return level ? [{ level, fact: { label: '回答', value: answer } }] : []
    }),
    ...LEAST_FIRST.flatMap((level) => rules.words[level].filter((word) => words.includes(word)).map((word) => ({ level, fact: { label: '提到', value: word } }))),
  ]
}

/** What the rules say of a matter; null when nothing in it stands out. */
export const proposeRisk = (rules: RiskRules, about: RiskAbout, now: Date): Risk | null => {
  const hits = hitsOf(rules, about)
  const level = LEAST_FIRST.filter((each) => hits.some((hit) => hit.level === each)).at(-1)
  if (!level) return null
  const because = hits.filter((hit) => hit.level === level).slice(0, MOST_NAMED).map(({ fact }) => fact)
  return { level, isProposed: true, version: rules.version, because, at: now }
}

/** A person's word stands; what only a machine said is said anew when the matter is sorted anew. */
export const reproposed = (before: Risk | null | undefined, proposed: Risk | null): { risk?: Risk | null } => {
  if (before && !before.isProposed) return {}
  return proposed || before ? { risk: proposed } : {}
}

/** A key of its own beside each of the case's, so that "what may become bad" is an equality like every other list. */
export const riskKey = (level: RaisedRisk, scopeKey: string): string => `risk:${level}:${scopeKey}`

export const isRaised = (level: RiskLevel): level is RaisedRisk => level !== 'ordinary'
