import { openCategories, type CaseType } from './case-type'

/** What cannot wait for anybody's queue: the number to call instead. */
export interface Stop {
  number: '110' | '119' | '120'
  words: string
}

export interface Answer {
  code: string
  label: string
  /** Given this answer no request is made. */
  stop?: Stop
}

/** Asked within a category, as data of the case type. */
export interface Question {
  code: string
  words: string
  answers: readonly Answer[]
}

/** Question code → answer code. */
export type Answers = Readonly<Record<string, string>>

export interface StoppingAnswer extends Stop {
  question: string
  answer: string
  label: string
}

/** Every answer of this kind of case that stops the form, in the order of its categories. */
export const stopsOf = (type: Pick<CaseType, 'categories'>): StoppingAnswer[] =>
  openCategories(type).flatMap(({ questions = [] }) =>
    questions.flatMap(({ code, answers }) => answers.flatMap(({ code: answer, label, stop }) => (stop ? [{ question: code, answer, label, ...stop }] : []))))

/** The first answer given that stops the form; what the type does not ask is passed over. */
export const stopFor = (type: Pick<CaseType, 'categories'>, answers: Answers): StoppingAnswer | undefined =>
  stopsOf(type).find(({ question, answer }) => answers[question] === answer)
