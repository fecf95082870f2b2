import { Input, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Page } from '@/components/Page'
import { call } from '@/services/call'
import { newId } from '@/services/ids'
import { asCallError } from '@/services/request'
import { setMe, useSession } from '@/services/session'
import { tell } from '@/services/tell'
import './index.scss'

interface FieldProps {
  label: string
  value: string
  placeholder: string
  note: string
  type?: 'text' | 'number'
  most: number
  onChange: (value: string) => void
  id: string
}

function Field({ label, value, placeholder, note, type = 'text', most, onChange, id }: FieldProps) {
  return (
    <View className="cell">
      <View className="b">{label}</View>
      <Input id={id} className="field" type={type} value={value} maxlength={most} placeholder={placeholder} aria-label={label} onInput={(event) => onChange(event.detail.value)} />
      <View className="second">{note}</View>
    </View>
  )
}

export default function Profile() {
  const me = useSession((session) => session.me)
  const [name, setName] = useState(me?.name ?? '')
  const [phone, setPhone] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isPhoneRight = phone === '' || /^1\d{10}$/.test(phone)

  const save = async () => {
    if (!isPhoneRight) return tell('请填 11 位手机号')
    setBusy(true)
    try {
      setMe(await call('identity.updateProfile', { ...(name.trim() && { name: name.trim() }), ...(phone && { phone }) }, { key: newId() }))
      void Taro.navigateBack()
    } catch (cause) {
      tell(asCallError(cause).message)
    }
    return setBusy(false)
  }
  return (
    <Page title="我的称呼和电话" dock={<Button id="save-profile" isWide words="存好" isBusy={isBusy} isDisabled={name.trim() === ''} onTap={() => void save()} />}>
      <View className="card list">
        <Field id="name" label="怎么称呼您" value={name} most={20} placeholder="比如：王秀英" note="办事的人看到的是“王**”，要联系您时才看得到全名" onChange={setName} />
        <Field id="phone" label="手机号" type="number" value={phone} most={11} placeholder={me?.phone ?? '可以不留'} note="加密保存，只有办理您事情的人写明理由才能看" onChange={setPhone} />
      </View>
    </Page>
  )
}
