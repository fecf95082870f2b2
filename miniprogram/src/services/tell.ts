import Taro from '@tarojs/taro'

/** A few words that go away by themselves; long ones wait for a tap. */
export function tell(words: string) {
  if (words.length <= 20) void Taro.showToast({ title: words, icon: 'none', duration: 2500 })
  else void Taro.showModal({ content: words, showCancel: false, confirmText: '知道了' })
}

interface Question {
  title: string
  content: string
  yes: string
  no?: string
}

export async function confirm({ title, content, yes, no = '先不' }: Question): Promise<boolean> {
  const answer = await Taro.showModal({ title, content, confirmText: yes, cancelText: no, confirmColor: '#0F766E' })
  return answer.confirm
}
