import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { titleOf } from '@xiangli/shared/casework/rules'
import type { SimilarReport } from '@xiangli/shared/casework/similar-views'
import { naturalTime } from '@xiangli/shared/calendar/working-time'
import { Button } from '@/components/Button'
import { Page } from '@/components/Page'
import { Steps } from '@/components/Steps'
import { TextArea } from '@/components/TextArea'
import { chooseVillage } from '@/features/region/choose'
import { tell } from '@/services/tell'
import { useSession } from '@/services/session'
import { when } from '@/services/when'
import { NameChoice, namesIn } from '../../components/NameChoice'
import { PlaceCard } from '../../components/PlaceCard'
import { SimilarSheet } from '../../components/SimilarSheet'
import { decide } from '../../decide'
import { startAnew, useDraft, write, type Draft, type Person } from '../../draft'
import { personProblem } from '../../draft-rules'
import { turnTo } from '../../open'
import { findSimilar } from '../../find-similar'
import { useCaseType } from '../../use-case-type'
import { useWorkingTime } from '../../use-working-time'

const titleFor = ({ words, voice }: Draft) => titleOf({ words, voiceSeconds: voice?.seconds })

const forPersonOf = ({ name, phone, villageId }: Person) => ({ name: name.trim(), ...(phone && { phone }), ...(villageId && { villageId }) })

function submit(draft: Draft, villageId: string | undefined) {
  const { point, words } = draft.place
  return decide({
    operation: 'casework.submit', caseId: draft.caseId, title: titleFor(draft),
    input: {
      ...(draft.words.trim() && { words: draft.words.trim() }),
      place: { ...(point && { point }), ...(villageId && { villageId }), ...(words.trim() && { words: words.trim() }) },
      occurredAt: draft.occurredAt,
      names: namesIn(draft),
      ...(draft.isAboutVillage && { about: 'village' as const }),
      ...(draft.scanned && { placeCode: draft.scanned.code }),
      ...(draft.person && { forPerson: forPersonOf(draft.person) }),
    },
    material: { voice: draft.voice, photos: draft.photos },
  })
}

/** Until when somebody takes it on, counted as the county counts it; nothing is promised while the calendar is not here. */
function usePromise(): string {
  const { limits, pace } = useCaseType()
  const isNatural = pace.normal === 'natural'
  const { work } = useWorkingTime(isNatural)
  const time = isNatural ? naturalTime : work
  return time ? `交上去后，${when(time.after(new Date(), limits.normal.acceptMinutes))} 前有人接` : '交上去后，会告诉您谁来接、什么时候前接'
}

/** Screen two of three: where. Everything on it may be left as it is. */
export default function Where() {
  const draft = useDraft()
  const promise = usePromise()
  const bound = useSession((session) => session.me?.village)
  const [isBusy, setBusy] = useState(false)
  const [similar, setSimilar] = useState<readonly SimilarReport[]>([])
  const home = draft.person?.villageId ? { id: draft.person.villageId, name: draft.person.villageName ?? '' } : bound
  const village = draft.place.villageId ? { id: draft.place.villageId, name: draft.place.villageName ?? '' } : home

  /** Said already nearby? Then that is shown first; whoever is offline, or is asked too long, just submits. */
  const look = async () => {
    if (!useSession.getState().me) return tell('还没有登录，写的都存好了，连上网再提交。')
    const problem = personProblem(draft.person)
    if (problem) return tell(problem)
    // What is sealed is not put beside what others said, nor asked about.
    if (namesIn(draft) === 'sealed') return send()
    setBusy(true)
    const found = await findSimilar(draft, village?.id)
    setBusy(false)
    if (found.length === 0) return send()
    return setSimilar(found)
  }
  const send = async () => {
    setSimilar([])
    setBusy(true)
    const decided = await submit(draft, village?.id)
    setBusy(false)
    if (decided.kind === 'refused') return undefined
    const isSealed = namesIn(draft) === 'sealed'
    turnTo('done', { id: decided.kind === 'sent' ? decided.view.id : draft.caseId, title: isSealed ? '隐名反映' : titleFor(draft), ...(isSealed && decided.kind === 'waiting' ? { later: '1' } : {}) })
    return startAnew()
  }
  const dock = (
    <>
      <Text className="second middle">{promise}</Text>
      <Button id="submit" isWide words="提交" isBusy={isBusy} onTap={() => void look()} />
    </>
  )
  return (
    <Page title="我要反映" dock={dock}>
      <Steps at={2} of={2} />
      <View className="h1">在哪儿</View>
      <PlaceCard
        village={village} point={draft.place.point}
        onPoint={(point, located) => write({ place: { ...draft.place, point, ...(located && { villageId: located.villageId, villageName: located.villageName }) } })}
        onChange={() => chooseVillage(({ id, name }) => write({ place: { ...draft.place, villageId: id, villageName: name, point: undefined } }))}
      />
      <View className="card pad stack">
        <View className="b">具体在哪儿</View>
        <TextArea
          isShort label="具体在哪儿" most={100} value={draft.place.words} placeholder="比如三社路口，可以不填"
          onChange={(words) => write({ place: { ...draft.place, words } })}
        />
      </View>
      <NameChoice draft={draft} />
      <SimilarSheet items={similar} onClose={() => setSimilar([])} onGoOn={() => void send()} />
    </Page>
  )
}
