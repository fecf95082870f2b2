import { z } from 'zod'
import { command, query } from '../../core/contract'
import { Cursor, Id, page, PageSize, text } from '../../core/fields'
import { PUBLIC_ANSWER_LENGTH, SUMMARY_LENGTH } from '../publication'
import { Box, OwnWhy, PublicCaseView, PublicFilter, PublicOnMap, PublicSummary, PublicationDraft, WhyView } from '../public-views'
import { CaseView } from '../views'
import { onCase, Photos, Reason, stepErrors } from './parts'

const onPublic = z.object({ caseId: Id })

export const publicContract = {
  'casework.draftSummary': query({
    scope: 'staff',
    summary: '公开前的草稿：电话、证件号、车牌、卡号已隐去，由人改过再公开',
    input: onPublic,
    output: PublicationDraft,
    errors: ['casework.notYours'],
  }),
  'casework.publish': command({
    summary: '公开进展：摘要由人改过，照片逐张勾选，住处只显示到网格；再次公开就是修改',
    input: z.object({
      ...onCase,
      summary: text(SUMMARY_LENGTH),
      answer: text(PUBLIC_ANSWER_LENGTH).optional(),
      photoFileIds: Photos.default([]),
      isPublicPlace: z.boolean().default(false),
    }),
    output: CaseView,
    errors: [...stepErrors, 'casework.notPublishable', 'casework.privateWords', 'casework.notItsPhoto', 'casework.releaseFirst'],
  }),
  'casework.unpublish': command({
    summary: '不再公开，写明理由（留在经过里）',
    input: z.object({ ...onCase, reason: Reason }),
    output: CaseView,
    errors: [...stepErrors, 'casework.notPublished'],
  }),
  'casework.listPublic': query({
    scope: 'public',
    summary: '大家的事：公开的办件，新的在前',
    input: PublicFilter.extend({ limit: PageSize, cursor: Cursor.optional() }),
    output: page(PublicSummary),
    errors: ['casework.mapTooWide'],
  }),
  'casework.getPublic': query({
    scope: 'public',
    summary: '一件公开的事：摘要、办到哪一步、答复',
    input: onPublic,
    output: PublicCaseView,
    errors: [],
  }),
  'casework.listPublicOnMap': query({
    scope: 'public',
    summary: '地图范围内公开的事（最多 300 件，more 表示还有）；住处画在网格中间',
    input: PublicFilter.omit({ box: true }).extend(Box.shape),
    output: z.object({ items: z.array(PublicOnMap), more: z.boolean() }),
    errors: ['casework.mapTooWide'],
  }),
  'casework.getWhy': query({
    scope: 'public',
    summary: '一件公开的事里系统自动做的每一步：按哪条规则、依据什么、什么时候',
    input: onPublic,
    output: z.object({ items: z.array(WhyView) }),
    errors: [],
  }),
  'casework.getOwnWhy': query({
    scope: 'own',
    summary: '我的（或我管的）一件事里系统自动做的每一步',
    input: onPublic,
    output: OwnWhy,
    errors: [],
  }),
  'casework.follow': command({ summary: '关注一件公开的事，有进展会收到消息', input: onPublic, output: z.object({ isFollowed: z.boolean() }), errors: [] }),
  'casework.unfollow': command({ summary: '不再关注', input: onPublic, output: z.object({ isFollowed: z.boolean() }), errors: [] }),
  'casework.getFollow': query({ scope: 'own', summary: '我关注了这件事吗', input: onPublic, output: z.object({ isFollowed: z.boolean() }), errors: [] }),
}
