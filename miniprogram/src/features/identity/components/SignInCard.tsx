import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { signIn } from '@/services/session'
import { tell } from '@/services/tell'

export function SignInCard() {
  const [isBusy, setBusy] = useState(false)
  const enter = async () => {
    setBusy(true)
    await signIn().catch(() => tell('微信登录没有成功，请再试一次'))
    setBusy(false)
  }
  return (
    <View className="card pad stack">
      <View>
        <View className="h2">先登录，再办事</View>
        <View className="second">用微信登录，不用记密码。登录后能看到您反映的事办到哪儿了。</View>
      </View>
      <Button id="sign-in" isWide words="微信登录" isBusy={isBusy} onTap={() => void enter()} />
    </View>
  )
}
