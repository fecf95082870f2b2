import type { AboutLevel } from '@xiangli/shared/casework/about'
import type { CaseView } from '@xiangli/shared/casework/views'
import { Segmented } from 'antd'
import { NoticeLine } from '../../../../components/NoticeLine'

export type About = AboutLevel | 'none'

const abouts: { value: About; label: string }[] = [{ value: 'none', label: '不是' }, { value: 'village', label: '村里的' }, { value: 'township', label: '乡镇的' }]

const effects: Record<AboutLevel, string> = {
  village: '村里的人从此看不到这件事，由乡镇负责并办理。',
  township: '乡镇和村里的人从此看不到这件事，由县里负责并办理。',
}

type Props = { shown: CaseView; value: About; onChange: (about: About) => void }

/** Whom the case is about, and what follows from it. */
export function AboutField({ shown, value, onChange }: Props) {
  return (
    <>
      <span className="label" id="route-about">是不是反映干部或单位</span>
      <Segmented block options={abouts} value={value} onChange={onChange} aria-labelledby="route-about" />
      {value !== 'none' && value !== shown.about && <NoticeLine icon="lock" tone="soon">{effects[value]}</NoticeLine>}
      {value === 'none' && shown.about && (
        <NoticeLine icon="warning" tone="soon">取消后那一级的人又能看到。请在下面写明理由，{shown.requester.name} 看得到。</NoticeLine>
      )}
    </>
  )
}
