import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { screen } from '@/services/screen'
import { Icon } from './Icon'
import { Tap } from './Tap'
import './NavBar.scss'

interface NavBarProps {
  title?: string
  /** Replaces the title at the left, as on the home page. */
  lead?: ReactNode
  trail?: ReactNode
  hasBack?: boolean
}

/** A page opened from a message or a link has nothing behind it: back leads home. */
function goBack() {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/home/index' })
}

export function NavBar({ title, lead, trail, hasBack }: NavBarProps) {
  const { statusBar, navHeight, capsule } = screen()
  return (
    <View className="nav" style={{ paddingTop: `${statusBar}px` }} role="banner">
      <View className="nav-row" style={{ height: `${navHeight}px` }}>
        {hasBack && <Tap id="nav-back" className="nav-back" label="返回" onTap={goBack}><Icon name="back" /></Tap>}
        {lead && <View className="nav-lead">{lead}</View>}
        {title && <View className="nav-title" role="heading" aria-level="1">{title}</View>}
        {trail && <View className="nav-trail" style={{ right: `${capsule + 12}px` }}>{trail}</View>}
      </View>
    </View>
  )
}
