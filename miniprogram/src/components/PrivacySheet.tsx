import Taro from '@tarojs/taro'
import { Button, View } from '@tarojs/components'
import { AGREE_BUTTON, answerPrivacy, usePrivacy } from '@/services/privacy'
import { Button as Plain } from './Button'
import { Tap } from './Tap'
import './PrivacySheet.scss'

const READ = '/features/identity/pages/privacy/index'

/** Asked once, at the first use of camera, microphone or place; saying no leaves words and the village list. */
export function PrivacySheet() {
  const isAsked = usePrivacy((privacy) => privacy.isAsked)
  if (!isAsked) return null
  return (
    <View className="privacy-veil">
      <View className="privacy" role="dialog" aria-label="先问您一声">
        <View className="h2">先问您一声</View>
        <View>拍照、录音、标位置要用到手机的相机、话筒和定位，只在您点的时候用，只用来办您反映的事。</View>
        <Tap className="link privacy-read" onTap={() => void Taro.navigateTo({ url: READ })}>您的信息怎么用</Tap>
        <Button id={AGREE_BUTTON} className="btn primary wide privacy-agree" openType="agreePrivacyAuthorization" onAgreePrivacyAuthorization={() => answerPrivacy('agree')}>同意</Button>
        <Plain kind="text" isWide words="不同意，我打字" onTap={() => answerPrivacy('disagree')} />
      </View>
    </View>
  )
}
