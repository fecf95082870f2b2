import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'

interface TapProps {
  onTap?: () => void
  className?: string
  /** Said aloud when the words inside are not enough. */
  label?: string
  role?: string
  id?: string
  isDisabled?: boolean
  isChecked?: boolean
  /** Pressed by keyboard, where the touch itself is watched by what lies inside. */
  onKey?: () => void
}

const web = process.env.TARO_ENV === 'h5'

/** Whatever can be tapped, reached by keyboard in the browser and named to screen readers in both. */
export function Tap({ onTap, className = '', label, role = 'button', id, isDisabled, isChecked, onKey, children }: PropsWithChildren<TapProps>) {
  const press = () => { if (!isDisabled) onTap?.() }
  // A button in a row answers for itself; the row must not open as well.
  const click = (event: { stopPropagation: () => void }) => {
    if (!onTap) return
    event.stopPropagation()
    press()
  }
  const keyboard = web && (onTap || onKey) && {
    tabIndex: 0,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      event.stopPropagation()
      if (onKey) onKey()
      else press()
    },
  }
  const named = {
    [web ? 'role' : 'aria-role']: role,
    ...(label && { 'aria-label': label }),
    ...(isDisabled && { 'aria-disabled': 'true' }),
    ...(isChecked !== undefined && { 'aria-checked': String(isChecked) }),
  }
  return (
    <View id={id} className={`tap ${className}`} hoverClass={isDisabled || !onTap ? 'none' : 'pressed'} hoverStayTime={80} onClick={click} {...named} {...keyboard}>
      {children}
    </View>
  )
}
