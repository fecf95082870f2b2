import { View } from '@tarojs/components'
import { Page } from '@/components/Page'

const NOTES: readonly { title: string; words: string }[] = [
  { title: '谁能看到您反映的事', words: '您自己、负责的村委会和网格员、乡镇和县的调度员，还有这类事归它管的部门。别的村看不到。' },
  { title: '您的名字和电话', words: '名单上只显示“王**”和“138****5678”。只有办理、负责和调度这件事的人能看全，须写明理由，看一次记一次。电话在服务器上加密保存。' },
  { title: '相机、话筒和位置', words: '只在您点了“拍照片”“按住说话”“用我现在的位置”时用，平时不用。不让用也能反映，打字、选村就行。' },
  { title: '写了没交的', words: '只存在这部手机里。退出登录不会删，换人登录也看不到。' },
  { title: '存多久', words: '反映的事和经过作为办理档案保存。没有用上的照片和语音一天后清掉。' },
]

export default function Privacy() {
  return (
    <Page title="您的信息怎么用">
      <View className="card list">
        {NOTES.map(({ title, words }) => <View key={title} className="cell"><View className="b">{title}</View><View className="second">{words}</View></View>)}
      </View>
    </Page>
  )
}
