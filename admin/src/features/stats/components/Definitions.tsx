import { figureNamed, type FigureKey } from '@xiangli/shared/stats/figures'
import { Button, Popover } from 'antd'

/** What each number counts and by which rule: beside the numbers, not in a manual. */
export function Definitions({ figures }: { figures: readonly FigureKey[] }) {
  const words = (
    <div className="stats-definitions">
      <dl>
        {figures.map((key) => {
          const { label, what, isOpinion } = figureNamed(key)
          return <div key={key}><dt>{isOpinion ? `回访：${label}` : label}</dt><dd>{what}</dd></div>
        })}
      </dl>
      <p className="small second">都从每件事的经过里数出来，不另外填报；每个数都是准数，和打开的清单一件对一件。用时按等级的计时方式算（一般按办公时间，紧急按钟点），停表不算。地方按事项现在定的村算；反映某一级的事，那一级看不到也数不到。</p>
    </div>
  )
  return <Popover trigger="click" placement="bottomRight" arrow={false} content={words}><Button>怎么数的</Button></Popover>
}
