/** What a template may be for: the words that end a step the requester reads. */
export const TEMPLATE_STATES = ['answered', 'declined', 'unresolvable'] as const
export type TemplateState = (typeof TEMPLATE_STATES)[number]

export const TEMPLATE_VARIABLES = ['编号', '地点', '类别', '办理单位', '负责单位', '办理人', '时限', '反映日期'] as const
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number]

const VARIABLE = /[{｛]([^{}｛｝]*)[}｝]/g
/** What a person has to fill in: 【办了什么】. */
const BLANK = /【[^【】]*】/g
/** Milliseconds a text must lie before a person before it counts as read. */
export const READING_MS = 3_000

const isKnown = (name: string): name is TemplateVariable => (TEMPLATE_VARIABLES as readonly string[]).includes(name)

/** Names between braces that stand for nothing. */
export const unknownVariables = (text: string): string[] =>
  [...new Set([...text.matchAll(VARIABLE)].map(([, name = '']) => name.trim()).filter((name) => !isKnown(name)))]

/** With what is known of the case; what is not known becomes a blank for the person who sends it. */
export const fillTemplate = (text: string, values: Partial<Record<TemplateVariable, string>>): string =>
  text.replace(VARIABLE, (_whole, said: string) => {
    const name = said.trim()
    return (isKnown(name) ? values[name] : undefined) ?? `【${name}】`
  })

export const blanksIn = (text: string): string[] => text.match(BLANK) ?? []

export type WhyUnread = 'blanks' | 'tooSoon'

/** Why a text that came from a template is not sent yet; null when a person has made it theirs. */
export const whyUnread = ({ words, insertedAt, now }: { words: string; insertedAt: number; now: number }): WhyUnread | null => {
  if (blanksIn(words).length > 0) return 'blanks'
  return now - insertedAt < READING_MS ? 'tooSoon' : null
}
