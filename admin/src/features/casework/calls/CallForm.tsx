import { CLERK_CHANNELS, normalPhone, type ClerkChannel } from '@xiangli/shared/casework/channels'
import type { FiledReceipt } from '@xiangli/shared/casework/contract/intake'
import { channelLabels } from '@xiangli/shared/casework/labels'
import { namesOf } from '@xiangli/shared/casework/names'
import { stopFor } from '@xiangli/shared/casework/stoppers'
import { Button, Checkbox, Input, type InputRef, Segmented, Select } from 'antd'
import { useRef, useState } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { KeyHints } from '../../../components/KeyHints'
import { useMe } from '../../../services/me'
import { openCategoryOptions, useCaseType } from '../../../services/use-case-type'
import { useCommand } from '../../../services/use-command'
import { PhotoPicker, type PickedPhoto } from '../../file/components/PhotoPicker'
import { inputOf, type CallDraft } from './call-draft'
import { StopField } from './StopField'
import { VillageField } from './VillageField'

const channels = CLERK_CHANNELS.map((value) => ({ value, label: channelLabels[value] }))
const whose: Record<ClerkChannel, string> = { phone: '来电号码', walkIn: '联系电话（可不填）', petition: '信上的电话（可不填）' }

type Props = { draft: CallDraft; write: (change: Partial<CallDraft>) => void; onFiled: (receipt: FiledReceipt) => void }

/** The number, the name, the matter; the rest may follow. Tab goes on, Ctrl and Enter saves. */
export function CallForm({ draft, write, onFiled }: Props) {
  const file = useCommand('casework.fileForCaller')
  const type = useCaseType()
  // Whoever types out what sealed reporters say may also take their calls: a desk above the village.
  const isAboveVillage = useMe().operations.includes('casework.release')
  const [photos, setPhotos] = useState<PickedPhoto[]>([])
  const photoFileIds = photos.flatMap((photo) => (photo.fileId ? [photo.fileId] : []))
  const hasPhone = normalPhone(draft.phone) !== null
  const isReady = (draft.channel === 'phone' && !draft.isSealed ? hasPhone : hasPhone || draft.phone.trim() === '') && (draft.words.trim() !== '' || photoFileIds.length > 0)
  const isWaiting = photos.some((photo) => photo.stage === 'sending')
  const mayBeSealed = isAboveVillage && namesOf(type, { category: draft.category, about: draft.isAboutVillage ? 'village' : null }).includes('sealed')

  const save = async () => {
    if (!isReady || stopFor(type, draft.answers) || isWaiting || file.isBusy) return
    const receipt = await file.run({ ...inputOf(mayBeSealed ? draft : { ...draft, isSealed: false }), photoFileIds })
    if (receipt) onFiled(receipt)
  }
  return (
    <form
      className="card col call-form" aria-label="登记" onSubmit={(event) => { event.preventDefault(); void save() }}
      onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void save() } }}
    >
      <header className="card-head">
        <Segmented options={channels} value={draft.channel} onChange={(channel) => write({ channel, wantsCallBack: channel === 'phone' })} aria-label="怎么来的" />
        <span className="end"><KeyHints hints={[{ keys: ['Tab'], does: '下一格' }, { keys: ['Ctrl', 'Enter'], does: '保存' }]} /></span>
      </header>
      <div className="card-body col call-fields">
        <CallerFields draft={draft} write={write} />
        {draft.channel !== 'phone' && <PhotoPicker photos={photos} onChange={setPhotos} />}
        <PlaceFields draft={draft} write={write} />
        <StopField type={type} category={draft.category} answers={draft.answers} onChange={(answers) => write({ answers })} />
        <FailureLine failure={file.failure} />
      </div>
      <footer className="row call-foot">
        <Checkbox checked={draft.wantsCallBack && draft.phone.trim() !== ''} disabled={!draft.phone.trim()} onChange={(event) => write({ wantsCallBack: event.target.checked })}>办好后要回电</Checkbox>
        <Checkbox checked={draft.isAboutVillage === true} onChange={(event) => write({ isAboutVillage: event.target.checked })}>反映的是村干部或村里的单位</Checkbox>
        {mayBeSealed && <Checkbox checked={draft.isSealed === true} onChange={(event) => write({ isSealed: event.target.checked })}>隐名：不让办理的人知道是谁</Checkbox>}
        <Button type="primary" htmlType="submit" className="end" loading={file.isBusy} disabled={!isReady || isWaiting || stopFor(type, draft.answers) !== undefined}>{isWaiting ? '照片还在传' : '保存，告诉编号'}</Button>
      </footer>
    </form>
  )
}

type FieldProps = Pick<Props, 'draft' | 'write'>

function CallerFields({ draft, write }: FieldProps) {
  const name = useRef<InputRef>(null)
  const words = useRef<HTMLTextAreaElement | null>(null)
  const isWrong = draft.phone.trim().length >= 7 && normalPhone(draft.phone) === null
  /** Enter goes on: a form must not be saved by the key that ends a number. */
  const onwards = (next: () => void) => (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    next()
  }
  return (
    <>
      <div className="call-two">
        <div className="col">
          <label htmlFor="call-phone">{whose[draft.channel]}</label>
          <Input
            id="call-phone" size="large" autoFocus autoComplete="off" inputMode="tel" maxLength={40} value={draft.phone} placeholder="11 位手机号，或带区号的座机"
            {...(isWrong ? { status: 'warning' as const } : {})} aria-describedby="call-phone-note"
            onChange={(event) => write({ phone: event.target.value })} onPressEnter={onwards(() => name.current?.focus())}
          />
          <span id="call-phone-note" className="tiny second">{isWrong ? '号码还不完整' : '加密保存，只有办这件事的人写明理由才能看'}</span>
        </div>
        <div className="col">
          <label htmlFor="call-name">怎么称呼（可不填）</label>
          <Input
            ref={name} id="call-name" size="large" autoComplete="off" maxLength={20} value={draft.name} placeholder="如：赵桂兰"
            onChange={(event) => write({ name: event.target.value })} onPressEnter={onwards(() => words.current?.focus())}
          />
        </div>
      </div>
      <label htmlFor="call-words">什么事</label>
      <Input.TextArea
        id="call-words" value={draft.words} maxLength={1000} autoSize={{ minRows: 4, maxRows: 8 }} placeholder="照对方说的记，如：村口机井昨天起打不上水，二十来户没水吃"
        ref={(area) => { words.current = area?.resizableTextArea?.textArea ?? null }} onChange={(event) => write({ words: event.target.value })}
      />
    </>
  )
}

function PlaceFields({ draft, write }: FieldProps) {
  const categories = openCategoryOptions(useCaseType())
  return (
    <>
      <label htmlFor="call-village">在哪个村（不知道先不填，转办时再定）</label>
      <VillageField villageId={draft.villageId} gridId={draft.gridId} onChange={(place) => write(place as Partial<CallDraft>)} />
      <div className="call-two">
        <div className="col">
          <label htmlFor="call-spot">具体在哪儿（可不填）</label>
          <Input id="call-spot" autoComplete="off" maxLength={100} value={draft.spot} placeholder="如：小学坡下" onChange={(event) => write({ spot: event.target.value })} onPressEnter={(event) => { if (!event.ctrlKey && !event.metaKey) event.preventDefault() }} />
        </div>
        <div className="col">
          <label htmlFor="call-category">类别（可不填）</label>
          <Select
            id="call-category" value={draft.category} options={categories} showSearch optionFilterProp="label" allowClear placeholder="打字找"
            onChange={(category?: string) => write({ category, answers: {} } as Partial<CallDraft>)}
          />
        </div>
      </div>
    </>
  )
}
