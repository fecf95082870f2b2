import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { TabBar, type TabName } from '@/components/TabBar'
import { useLookClass } from '@/services/look'

/** Each tab page has a bar of its own, so the page it is made for is the one it marks. */
const ownTab = (): TabName => {
  const route = Taro.getCurrentPages().at(-1)?.route ?? 'pages/home/index'
  return route.split('/')[1] as TabName
}

function CustomTabBar() {
  const [tab] = useState(ownTab)
  const look = useLookClass()
  return <View className={look}><TabBar current={tab} /></View>
}

export default CustomTabBar
