import type { PlaceCodeView } from '@xiangli/shared/casework/contract/place-codes'
import { codePath, showCode } from '@xiangli/shared/casework/place-codes'
import { Button } from 'antd'
import { useEffect, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { NoticeLine } from '../../../components/NoticeLine'
import { Icon } from '../../../components/Icon'
import { onlyOpenedBy } from './near-only'
import { squaresOf } from './square'
import './codes.css'

/** Four units of quiet around the squares, as scanners want it. */
const QUIET = 4

function Square({ code }: { code: string }) {
  const { size, path } = useMemo(() => squaresOf(`${location.origin}${codePath(code)}`), [code])
  const whole = size + QUIET * 2
  return (
    <svg className="code-square" viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`} role="img" aria-label={`地点码 ${showCode(code)}`} shapeRendering="crispEdges">
      <rect x={-QUIET} y={-QUIET} width={whole} height={whole} fill="#fff" /><path d={path} fill="#000" />
    </svg>
  )
}

/** A4, eight to a page, to be cut and put up; nothing of people stands on it. */
export function CodeSheet({ codes, onClose }: { codes: PlaceCodeView[]; onClose: () => void }) {
  const only = onlyOpenedBy(location.hostname)
  useEffect(() => {
    const leave = (event: KeyboardEvent) => { if (event.key === 'Escape') onClose() }
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [onClose])
  return createPortal(
    <div className="code-sheet" role="dialog" aria-modal="true" aria-label="打印地点码">
      <div className="code-sheet-bar">
        <Button type="primary" autoFocus icon={<Icon name="download" />} onClick={() => print()}>打印 {codes.length} 个</Button>
        <Button onClick={onClose}>返回</Button>
        <span className="small second">A4 纸，一页 8 个，沿虚线剪开；打印时可以另存为 PDF</span>
      </div>
      {only && (
        <div className="code-sheet-near">
          <NoticeLine icon="warning" tone="overdue">这些码指向 {location.origin}，{only}；请用村民能打开的网址登录后再打印。</NoticeLine>
        </div>
      )}
      <div className="code-cards">
        {codes.map((code) => (
          <article key={code.id} className="code-card">
            <Square code={code.code} />
            <div>
              <p className="code-lead">这里有问题，扫一扫就能反映</p>
              <h3>{code.name}</h3>
              <p>{[code.townName, code.villageName, code.gridName].filter(Boolean).join(' ')}</p>
              {code.words && <p>{code.words}</p>}
              <p className="code-letters">{showCode(code.code)}</p>
              <p className="code-note">不用登录也行。着火、漏气、有人受伤先打 119、120、110</p>
            </div>
          </article>
        ))}
      </div>
    </div>,
    document.body,
  )
}
