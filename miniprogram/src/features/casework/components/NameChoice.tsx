import { View } from '@tarojs/components'
import { nameLabels, nameMeanings } from '@xiangli/shared/casework/labels'
import { namesOf, type NameLevel } from '@xiangli/shared/casework/names'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { RadioCard } from '@/components/RadioCard'
import { newId } from '@/services/ids'
import { write, type Draft } from '../draft'

/** For somebody else nothing can be sealed: whoever helps knows, and is known. */
export const offeredFor = ({ person, isAboutVillage }: Draft): readonly NameLevel[] =>
  namesOf(complaint, { about: isAboutVillage ? 'village' : null }).filter((level) => !person || level === 'hidden')

/** What was chosen, as far as it is still offered. */
export const namesIn = (draft: Draft): NameLevel => {
  const offered = offeredFor(draft)
  return draft.names && offered.includes(draft.names) ? draft.names : (offered[0] ?? 'hidden')
}

/** Each level with a line that says what it means. Under another level it is another request: nothing ties the two together. */
export function NameChoice({ draft }: { draft: Draft }) {
  const offered = offeredFor(draft)
  if (offered.length < 2) return null
  return (
    <>
      <View>
        <View className="h1">让谁知道是您</View>
        <View className="second">交上去后不能再改。</View>
      </View>
      <RadioCard
        label="让谁知道是您" value={namesIn(draft)} onChange={(names) => write({ names, caseId: newId() })}
        options={offered.map((value) => ({ value, words: nameLabels[value], note: nameMeanings[value] }))}
      />
    </>
  )
}
