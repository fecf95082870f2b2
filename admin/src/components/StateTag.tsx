import { stateLabels } from '@xiangli/shared/casework/labels'
import type { CaseState } from '@xiangli/shared/casework/states'
import { Tag, type TagTone } from './Tag'

const tones: Partial<Record<CaseState, TagTone>> = { pending: 'edit', handling: 'primary', accepted: 'primary' }

export function StateTag({ state }: { state: CaseState }) {
  return <Tag tone={tones[state] ?? 'plain'}>{stateLabels[state]}</Tag>
}
