import { Text, Textarea, View } from '@tarojs/components'
import './TextArea.scss'

interface TextAreaProps {
  value: string
  onChange: (value: string) => void
  placeholder: string
  most: number
  label: string
  id?: string
  /** A quiet field of one or two lines inside a card. */
  isShort?: boolean
}

export function TextArea({ value, onChange, placeholder, most, label, id, isShort }: TextAreaProps) {
  const left = most - value.length
  return (
    <View className={`area${isShort ? ' short' : ''}`}>
      <Textarea
        id={id} className="area-field" value={value} placeholder={placeholder} placeholderClass="area-hint" maxlength={most}
        autoHeight cursorSpacing={120} showConfirmBar={false} aria-label={label} onInput={(event) => onChange(event.detail.value)}
      />
      {left <= 50 && <Text className="second area-left">还能写 {left} 字</Text>}
    </View>
  )
}
