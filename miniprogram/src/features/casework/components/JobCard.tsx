import { View } from '@tarojs/components'
import type { CaseSummary } from '@xiangli/shared/casework/views'
import { Button } from '@/components/Button'
import { open } from '../open'
import { CaseItem } from './CaseItem'
import './JobCard.scss'

/** A case that presses: its next steps are on the row itself. */
export function JobCard({ summary }: { summary: CaseSummary }) {
  const { id, can } = summary
  const see = () => open('case', { id, as: 'staff' })
  const steps = [
    { action: 'handle', words: '记一笔', kind: 'line', icon: 'pen', onTap: () => open('handle', { id, as: 'staff', for: 'note' }) },
    { action: 'answer', words: '去办理', kind: 'tint', icon: undefined, onTap: () => open('handle', { id, as: 'staff' }) },
    { action: 'accept', words: '去受理', kind: 'tint', icon: undefined, onTap: see },
  ] as const
  return (
    <View className="card job">
      <CaseItem as="handler" summary={summary} onTap={see} />
      <View className="job-steps">
        {steps.filter(({ action }) => can.includes(action)).map(({ action, words, kind, icon, onTap }) => (
          <View key={action} className="grow"><Button isWide isSmall kind={kind} icon={icon} words={words} onTap={onTap} /></View>
        ))}
      </View>
    </View>
  )
}
