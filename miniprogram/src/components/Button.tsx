import { Text } from '@tarojs/components'
import { Icon, type IconName } from './Icon'
import { Tap } from './Tap'
import './Button.scss'

export interface ButtonProps {
  words: string
  onTap?: () => void
  kind?: 'primary' | 'tint' | 'line' | 'text' | 'danger'
  icon?: IconName
  isSmall?: boolean
  isWide?: boolean
  isBusy?: boolean
  isDisabled?: boolean
  id?: string
}

export function Button({ words, onTap, kind = 'primary', icon, isSmall, isWide, isBusy, isDisabled, id }: ButtonProps) {
  const shape = `${isSmall ? ' small' : ''}${isWide ? ' wide' : ''}${isDisabled || isBusy ? ' off' : ''}`
  return (
    <Tap id={id} className={`btn ${kind}${shape}`} isDisabled={isDisabled || isBusy} onTap={onTap} label={words}>
      {isBusy ? <Text className="spin" /> : icon && <Icon name={icon} size={isSmall ? 's' : 'm'} />}
      <Text>{words}</Text>
    </Tap>
  )
}
