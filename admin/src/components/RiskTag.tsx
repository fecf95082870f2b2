import { riskLabels, type RiskLevel } from '@xiangli/shared/casework/risk'
import './kit.css'

type Risk = { level: RiskLevel; isProposed: boolean; because: string[] }

/** Outlined and of one hue of its own: whatever is filled in green, yellow or red is the time. */
export function RiskTag({ risk, isShort }: { risk: Risk | undefined; isShort?: boolean }) {
  if (!risk) return null
  const because = risk.because.length > 0 ? `：${risk.because.join('、')}` : ''
  return (
    <span className={`risk-tag ${risk.level}${risk.isProposed ? ' proposed' : ''}`} title={risk.isProposed ? `系统建议，等人确认${because}` : '已由人定'}>
      {isShort ? <><span className="unseen">风险</span>{riskLabels[risk.level]}{risk.isProposed && <>？<span className="unseen">待确认</span></>}</> : <>风险{riskLabels[risk.level]}{risk.isProposed && '，待确认'}</>}
    </span>
  )
}
