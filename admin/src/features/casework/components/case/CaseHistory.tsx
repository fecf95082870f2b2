import { CROSSINGS } from '@xiangli/shared/casework/crossing'
import { actionLabels, filedLabels, scoreLabels } from '@xiangli/shared/casework/labels'
import { alsoMoved, movedWords } from '@xiangli/shared/casework/moved-words'
import type { CaseView, TimelineEntry as Entry } from '@xiangli/shared/casework/views'
import { CaseTimeline, type TimelineEntry } from '../../../../components/CaseTimeline'
import { PhotoStrip } from '../../../../components/PhotoStrip'
import { VoicePlayer } from '../../../../components/VoicePlayer'

const warnings: readonly string[] = ['reopen', 'decline', 'giveUp', 'escalate', 'listForSupervision', 'returnCase', 'waiveCalled']
const byMachine: readonly string[] = [...CROSSINGS, 'recount', 'followSettings']

function did(entry: Entry): string {
  const moved = movedWords(entry, new Date())
  if (moved) return moved
  const also = alsoMoved(entry, new Date())
  return also ? `${stepWords(entry)}；${also}` : stepWords(entry)
}

function stepWords(entry: Entry): string {
  if (entry.action === 'route') return entry.handlerName ? `转给 ${entry.handlerName}` : actionLabels.route
  if (entry.action === 'assign') return entry.handlerName ? `交给 ${entry.handlerName}` : '换了办理人'
  if (entry.action === 'rate' && entry.score) return `评价 ${entry.score} 分，${scoreLabels[entry.score]}`
  if (entry.channel) return filedLabels[entry.channel]
  return actionLabels[entry.action]
}

function extra(entry: Entry): React.ReactNode {
  // What came with the request itself already stands in the first column.
  if (entry.action === 'submit' || (entry.photos.length === 0 && !entry.voice)) return undefined
  return (
    <div className="case-extra">
      {entry.voice && <VoicePlayer url={entry.voice.url} seconds={entry.voice.seconds ?? 0} peaks={entry.voice.waveform ?? []} label={`${entry.byName}的语音`} />}
      <PhotoStrip isSmall photos={entry.photos.map((photo, n) => ({ ...photo, alt: `${entry.byName}传的照片 ${n + 1}` }))} />
    </div>
  )
}

function lineOf(entry: Entry, isSealed: boolean): TimelineEntry {
  const isMachine = byMachine.includes(entry.action) || entry.byName === '系统'
  return {
    key: String(entry.n),
    at: entry.at,
    did: did(entry),
    ...(isSealed && entry.action === 'submit' ? { isDay: true } : {}),
    tone: warnings.includes(entry.action) ? 'warning' : isMachine ? 'machine' : 'person',
    ...(isMachine ? {} : { who: entry.byMe ? '我' : [entry.byTitle, entry.byName].filter(Boolean).join(' ') }),
    ...(entry.words && entry.action !== 'submit' ? { words: entry.words } : {}),
    extra: extra(entry),
  }
}

export function CaseHistory({ shown }: { shown: CaseView }) {
  const entries = [...shown.timeline].sort((a, b) => b.n - a.n).map((entry) => lineOf(entry, shown.names === 'sealed'))
  return (
    <section className="card col case-history" aria-label="经过">
      <header className="card-head">
        <h2>经过</h2>
        <span className="small second">{entries.length} 条，新的在上</span>
      </header>
      <div className="case-scroll"><CaseTimeline entries={entries} /></div>
    </section>
  )
}
