import { z } from 'zod'
import { command } from '../../core/contract'
import { Id, oneOf, text } from '../../core/fields'
import { ABOUT_LEVELS } from '../about'
import { OpeningView, SayingView } from '../sealed-views'
import { CaseView } from '../views'
import { onCase, Photos, stepErrors } from './parts'

const FEWEST_REASON = 10
const Why = text(300).refine((words) => words.length >= FEWEST_REASON, `至少写 ${FEWEST_REASON} 个字，反映人看得到`)

/** 隐名: what may be known is typed out; opening takes two. */
export const sealedContract = {
  'casework.readSayings': command({
    summary: '听、看隐名反映人的原话和照片，好转写成文字；记入日志',
    input: z.object({ caseId: Id }),
    output: z.object({ items: z.array(SayingView) }),
    errors: ['casework.notYours', 'casework.notSealed', 'casework.sealedFromVillage'],
    sensitive: true,
  }),
  'casework.release': command({
    summary: '转写放行：办理人只看到转写的文字和勾选的照片',
    input: z.object({
      ...onCase,
      words: text(1000),
      photoFileIds: Photos.default([]),
      /** Heard in it: it is about a cadre, unit or committee of that level, which then sees nothing of it. */
      about: oneOf(ABOUT_LEVELS).optional(),
    }),
    output: CaseView,
    errors: [...stepErrors, 'casework.notSealed', 'casework.sealedFromVillage', 'casework.nothingToRelease', 'casework.releaseTooSoon', 'casework.notItsPhoto'],
  }),
  'casework.askOpening': command({
    summary: '申请查看隐名反映人的身份：写明理由，要另一个人同意，反映人会知道',
    input: z.object({ openingId: Id, caseId: Id, reason: Why }),
    output: OpeningView,
    errors: ['casework.notYours', 'casework.notSealed', 'casework.openingOutside', 'casework.openingAskedAlready'],
    sensitive: true,
  }),
  'casework.confirmOpening': command({
    summary: '同意查看隐名反映人的身份（不能是申请人，也不能是办理单位的人）',
    input: z.object({ openingId: Id }),
    output: OpeningView,
    errors: ['casework.notYours', 'casework.openingOutside', 'casework.openingNeedsAnother', 'casework.openingByHandler', 'casework.openingDecided'],
    sensitive: true,
  }),
  'casework.refuseOpening': command({
    summary: '不同意查看隐名反映人的身份，写明理由',
    input: z.object({ openingId: Id, words: text(300) }),
    output: OpeningView,
    errors: ['casework.notYours', 'casework.openingOutside', 'casework.openingNeedsAnother', 'casework.openingByHandler', 'casework.openingDecided'],
    sensitive: true,
  }),
  'casework.readOpened': command({
    summary: '两个人同意后 24 小时内查看姓名和电话；每看一次都记入日志',
    input: z.object({ openingId: Id }),
    output: z.object({ name: z.string(), phone: z.string().optional() }),
    errors: ['casework.notYours', 'casework.openingNotReadable'],
    sensitive: true,
  }),
  'casework.applyHanded': command({
    summary: '隐名反映人交来的一步到时生效（系统）',
    input: z.object({ caseId: Id }),
    output: z.object({ done: z.boolean() }),
    errors: [...stepErrors, 'casework.nothingDue'],
  }),
}
