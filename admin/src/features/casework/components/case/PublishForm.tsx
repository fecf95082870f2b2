import { errors } from '@xiangli/shared/catalog/errors'
import { PUBLIC_ANSWER_LENGTH, SUMMARY_LENGTH } from '@xiangli/shared/casework/publication'
import type { PublicationDraft } from '@xiangli/shared/casework/public-views'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { ErrorPanel } from '../../../../components/ErrorPanel'
import { FailureLine } from '../../../../components/FailureLine'
import { NoticeLine } from '../../../../components/NoticeLine'
import { Bones } from '../../../../components/PageSkeleton'
import { useQuery } from '../../../../services/use-query'
import type { ActFormProps } from './ActForm'
import { FormFrame } from './FormFrame'
import { PublicPreview } from './PublicPreview'

/** Starts from the masked draft; nothing goes out that was not looked at here. */
export function PublishForm(props: ActFormProps) {
  const { shown, onStop } = props
  const draft = useQuery('casework.draftSummary', { caseId: shown.id })
  if (draft.data && !draft.data.refusal) return <Editing {...props} draft={draft.data} />
  return (
    <FormFrame title="公开进展" onStop={onStop} onSubmit={onStop}>
      {draft.error ? <ErrorPanel failure={draft.error} retry={() => void draft.refetch()} /> : !draft.data && <Bones height={120} />}
      {draft.data?.refusal && <NoticeLine icon="warning" tone="soon">{errors[draft.data.refusal].text}</NoticeLine>}
    </FormFrame>
  )
}

function Editing({ shown, desk, onDone, onStop, draft }: ActFormProps & { draft: PublicationDraft }) {
  const [summary, setSummary] = useState(draft.published?.summary ?? draft.summary)
  const [answer, setAnswer] = useState(draft.published?.answer ?? draft.answer)
  const [photoFileIds, setPhotos] = useState(draft.published?.photoFileIds ?? [])
  const [isPublicPlace, setPublicPlace] = useState(draft.published?.isPublicPlace ?? false)
  const submit = async () => {
    const said = answer.trim()
    const input = { summary: summary.trim(), photoFileIds, isPublicPlace, ...(draft.hasAnswer && said ? { answer: said } : {}) }
    if (await desk.act('casework.publish', input)) onDone('已公开，大家能看到进展')
  }
  const place = isPublicPlace ? '大约的位置（10 米左右）' : [draft.villageName, draft.gridName].filter(Boolean).join(' ') || '不显示地方'
  return (
    <FormFrame title={draft.published ? '修改公开的内容' : '公开进展'} onStop={onStop} onSubmit={() => void submit()}>
      <label htmlFor="public-summary">摘要（电话、证件号、车牌已隐去，请看过再改）</label>
      <Input.TextArea id="public-summary" value={summary} maxLength={SUMMARY_LENGTH} showCount autoSize={{ minRows: 3, maxRows: 8 }} onChange={(event) => setSummary(event.target.value)} />
      {draft.hasAnswer && (
        <>
          <label htmlFor="public-answer">答复（不填就不公开答复）</label>
          <Input.TextArea id="public-answer" value={answer} maxLength={PUBLIC_ANSWER_LENGTH} showCount autoSize={{ minRows: 2, maxRows: 8 }} onChange={(event) => setAnswer(event.target.value)} />
        </>
      )}
      {draft.hasPoint && <Checkbox checked={isPublicPlace} onChange={(event) => setPublicPlace(event.target.checked)}>是公共地方（路、水泵、学校），可以显示大约的位置</Checkbox>}
      {draft.photos.length > 0 && (
        <fieldset className="public-photos">
          <legend>哪些照片可以公开（一张张看过再勾）</legend>
          {draft.photos.map((photo, index) => (
            <Checkbox
              key={photo.id} checked={photoFileIds.includes(photo.id)} aria-label={`公开照片 ${index + 1}`}
              onChange={(event) => setPhotos(event.target.checked ? [...photoFileIds, photo.id] : photoFileIds.filter((id) => id !== photo.id))}
            >
              <img src={photo.thumbUrl ?? photo.url} alt={`照片 ${index + 1}`} width={76} height={56} />
            </Checkbox>
          ))}
        </fieldset>
      )}
      <PublicPreview summary={summary} answer={draft.hasAnswer ? answer : ''} place={place} category={shown.categoryLabel ?? '未分类'} photos={draft.photos.filter(({ id }) => photoFileIds.includes(id))} />
      <FailureLine failure={desk.failure} />
      <div className="row">
        <Button type="primary" htmlType="submit" className="fill" loading={desk.isBusy} disabled={!summary.trim()}>{draft.published ? '保存修改' : '公开'}</Button>
        <Button onClick={onStop} disabled={desk.isBusy}>先不办</Button>
      </div>
    </FormFrame>
  )
}
