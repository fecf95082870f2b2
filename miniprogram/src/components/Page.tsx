import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { paintWindow, useLookClass } from '@/services/look'
import { useNetwork } from '@/services/network'
import { NavBar } from './NavBar'
import { NoticeBar } from './NoticeBar'
import { PrivacySheet } from './PrivacySheet'
import { TabBar, type TabName } from './TabBar'
import './Page.scss'

interface PageProps {
  title?: string
  lead?: ReactNode
  trail?: ReactNode
  tab?: TabName
  hasBack?: boolean
  dock?: ReactNode
}

const drawsTabs = process.env.TARO_ENV === 'h5'

/** The frame of every page: bar, offline line, body, the main action at the thumb, tabs. */
export function Page({ title, lead, trail, tab, hasBack = !tab, dock, children }: PropsWithChildren<PageProps>) {
  const look = useLookClass()
  const isOnline = useNetwork((network) => network.isOnline)
  useDidShow(() => {
    paintWindow()
    void Taro.setNavigationBarTitle({ title: title ?? '乡里' })
  })
  return (
    <View className={`${look} page`}>
      <NavBar title={title} lead={lead} trail={trail} hasBack={hasBack} />
      {!isOnline && <NoticeBar icon="offline" words="网络不太好，能看之前的内容；写的都会存好，连上网自动发出。" />}
      <View className={`page-body${tab ? ' over-tabs' : ''}`} role="main">{children}</View>
      {dock && <View className="dock">{dock}</View>}
      {tab && drawsTabs && <TabBar current={tab} />}
      <PrivacySheet />
    </View>
  )
}
