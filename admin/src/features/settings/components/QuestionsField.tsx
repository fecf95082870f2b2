import type { CategorySetting } from '@xiangli/shared/casework/settings/shape'
import { Button, Input, Select } from 'antd'
import { Icon } from '../../../components/Icon'
import { FieldFrame } from './FieldFrame'

type Question = NonNullable<CategorySetting['questions']>[number]
type Answer = Question['answers'][number]
type Props = { at: number; questions: readonly Question[]; isOff: boolean; wrongAt: (field: string) => string | undefined; onChange: (questions: Question[]) => void }

const NUMBERS = [{ value: '', label: '接着反映' }, ...(['110', '119', '120'] as const).map((value) => ({ value, label: `打 ${value}` }))]
const letter = (n: number): string => String.fromCodePoint(97 + n)
const fresh = (at: number, n: number): Question => ({ code: `ask${letter(at % 26)}${letter(n)}${Date.now() % 1000}`, words: '', answers: [{ code: 'yes', label: '', stop: { number: '110', words: '' } }, { code: 'no', label: '都不是' }] })
const replaced = <T,>(all: readonly T[], at: number, next: T): T[] => all.map((each, n) => (n === at ? next : each))

/** What is asked before the matter: an answer either goes on, or sends people to a number. */
export function QuestionsField({ at, questions, isOff, wrongAt, onChange }: Props) {
  return (
    <div className="col set-questions">
      {questions.map((question, n) => (
        <QuestionField
          key={question.code} field={`categories.${at}.questions.${n}`} question={question} isOff={isOff} wrongAt={wrongAt}
          onChange={(next) => onChange(replaced(questions, n, next))} onDrop={() => onChange(questions.filter((_, other) => other !== n))}
        />
      ))}
      {!isOff && questions.length < 4 && <Button size="small" icon={<Icon name="plus" />} onClick={() => onChange([...questions, fresh(at, questions.length)])}>加一个问题</Button>}
    </div>
  )
}

type OneProps = { field: string; question: Question; isOff: boolean; wrongAt: Props['wrongAt']; onChange: (next: Question) => void; onDrop: () => void }

function QuestionField({ field, question, isOff, wrongAt, onChange, onDrop }: OneProps) {
  const { answers } = question
  const set = (n: number, next: Answer) => onChange({ ...question, answers: replaced(answers, n, next) })
  const codeOf = (n: number): string => (answers.some(({ code }) => code === `a${letter(n)}`) ? codeOf(n + 1) : `a${letter(n)}`)
  return (
    <fieldset className="set-question">
      <legend className="unseen">问题：{question.words}</legend>
      <FieldFrame id={`${field}-words`} label="先问一句" wrong={wrongAt(`${field}.words`) ?? wrongAt(`${field}.answers`)}>
        <span className="row">
          <Input id={`${field}-words`} value={question.words} maxLength={40} disabled={isOff} placeholder="如：现在有没有人要马上救" onChange={(event) => onChange({ ...question, words: event.target.value })} />
          {!isOff && <Button aria-label="去掉这个问题" icon={<Icon name="close" />} onClick={onDrop} />}
        </span>
      </FieldFrame>
      {answers.map((answer, n) => (
        <AnswerField
          key={answer.code} field={`${field}.answers.${n}`} answer={answer} isOff={isOff} wrongAt={wrongAt} onChange={(next) => set(n, next)}
          onDrop={() => onChange({ ...question, answers: answers.filter((_, other) => other !== n) })}
        />
      ))}
      {!isOff && answers.length < 12 && <button type="button" className="link small" onClick={() => onChange({ ...question, answers: [...answers, { code: codeOf(0), label: '' }] })}>加一个选项</button>}
    </fieldset>
  )
}

type AnswerProps = { field: string; answer: Answer; isOff: boolean; wrongAt: Props['wrongAt']; onChange: (next: Answer) => void; onDrop: () => void }

function AnswerField({ field, answer, isOff, wrongAt, onChange, onDrop }: AnswerProps) {
  const { stop, ...plain } = answer
  const choose = (number: string) => onChange(number === '' ? plain : { ...plain, stop: { number: number as '110', words: stop?.words ?? '' } })
  const wrong = wrongAt(`${field}.label`) ?? wrongAt(`${field}.code`) ?? wrongAt(`${field}.stop.words`)
  return (
    <div className={wrong ? 'set-answer set-field wrong' : 'set-answer set-field'}>
      <span className="row">
        <Input aria-label="选项" value={answer.label} maxLength={40} disabled={isOff} placeholder="选项，如：闻到煤气味" onChange={(event) => onChange({ ...answer, label: event.target.value })} />
        <Select aria-label="选了以后" className="set-stop" value={stop?.number ?? ''} options={NUMBERS} disabled={isOff} onChange={choose} />
        {!isOff && <Button aria-label="去掉这个选项" icon={<Icon name="close" />} onClick={onDrop} />}
      </span>
      {stop && <Input aria-label="打电话前先做什么" value={stop.words} maxLength={60} disabled={isOff} placeholder="先做什么，如：先关阀门、开窗，人出来再打 119" onChange={(event) => onChange({ ...plain, stop: { ...stop, words: event.target.value } })} />}
      {wrong && <p className="set-wrong" role="alert">{wrong}</p>}
    </div>
  )
}
