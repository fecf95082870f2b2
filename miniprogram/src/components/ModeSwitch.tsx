import { chooseLook, useLook } from '@/services/look'
import { Tap } from './Tap'

export function ModeSwitch() {
  const elder = useLook((look) => look.elder)
  return (
    <Tap id="mode-switch" className="mode" label={elder ? '换成小字' : '换成大字'} onTap={() => chooseLook({ elder: !elder })}>
      {elder ? '小字' : '大字'}
    </Tap>
  )
}
