import { View } from '@tarojs/components'
import { Popup } from '@nutui/nutui-react-taro'
import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css'
import type { PropsWithChildren } from 'react'
import { useLookClass } from '@/services/look'
import './Sheet.scss'

interface SheetProps {
  title: string
  isOpen: boolean
  onClose: () => void
}

/** One question from below, over the page it is about. */
export function Sheet({ title, isOpen, onClose, children }: PropsWithChildren<SheetProps>) {
  const look = useLookClass()
  return (
    <Popup visible={isOpen} position="bottom" round lockScroll onClose={onClose} className="sheet-frame">
      <View className={`${look} sheet`} role="dialog" aria-label={title}>
        <View className="h2">{title}</View>
        {children}
      </View>
    </Popup>
  )
}
