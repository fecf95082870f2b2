import { Input, View } from '@tarojs/components'
import Taro, { useLoad, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { stateLabels } from '@xiangli/shared/casework/labels'
import { normalCode } from '@xiangli/shared/casework/query-code'
import type { CodeStatus } from '@xiangli/shared/casework/contract/query-code'
import { Button } from '@/components/Button'
import { Facts } from '@/components/Facts'
import { Page } from '@/components/Page'
import { Serial } from '@/components/Serial'
import { Timeline } from '@/components/Timeline'
import { call } from '@/services/call'
import { asCallError } from '@/services/request'
import { tell } from '@/services/tell'
import { dayHead, when } from '@/services/when'
import '../../components/ForPerson.scss'

function standOf({ isUnchecked, isTurnedAway, state }: CodeStatus): string {
  if (isTurnedAway) return '核实后没有收'
  return isUnchecked ? '等核实' : stateLabels[state]
}

function Shown({ status }: { status: CodeStatus }) {
  const facts = [
    { term: '到哪一步', words: standOf(status) },
    { term: status.isUnchecked ? '谁来核实' : '谁在办', words: status.unitName },
    { term: '收到', words: dayHead(`${status.on}T00:00:00+08:00`) },
    ...(status.dueAt ? [{ term: '期限', words: `${when(status.dueAt)} 前` }] : []),
    ...(status.question ? [{ term: '想多问一句', words: status.question, note: '登录后在“我的反映”里补充' }] : []),
    ...(status.reason ? [{ term: '理由', words: status.reason }] : []),
  ]
  const happenings = status.steps.map(({ at, words }, index) => ({ key: index, title: words, note: index === 0 ? dayHead(at) : when(at) })).reverse()
  return (
    <>
      <View className="card">
        <View className="pad stack">
          <View className="h1">{status.categoryLabel ?? '反映的事'}</View>
          {status.words && <View>{status.words}</View>}
        </View>
        <Facts facts={facts} />
      </View>
      {status.answer && <View className="card pad"><View className="second">答复</View><View>{status.answer}</View></View>}
      <View className="card"><Timeline happenings={happenings} /></View>
      <Serial serial={status.serial} />
    </>
  )
}

function Keep({ code }: { code: string }) {
  return (
    <View className="card pad stack">
      <View><View className="h2">交上去了，请记下查询码</View><View className="second">没有登录，以后只能凭它查进展，丢了找不回来。</View></View>
      <View className="h1" id="query-code">{code}</View>
      <Button kind="tint" icon="copy" words="复制查询码" onTap={() => void Taro.setClipboardData({ data: code })} />
    </View>
  )
}

/** Without signing in, and nothing of it stays on the phone. */
export default function Code() {
  const { code: given = '', isNew } = useRouter().params
  const fresh = decodeURIComponent(given)
  const isKept = Boolean(isNew && fresh)
  const [said, setSaid] = useState(fresh)
  const [status, setStatus] = useState<CodeStatus>()
  const [isBusy, setBusy] = useState(false)
  const look = async () => {
    const code = normalCode(said)
    if (!code) return tell('查询码是 16 个字母和数字，请再看一遍')
    setBusy(true)
    try {
      setStatus(await call('casework.statusByCode', { code }))
    } catch (cause) {
      setStatus(undefined)
      tell(asCallError(cause).message)
    } finally {
      setBusy(false)
    }
  }
  useLoad(() => {
    if (fresh) void look()
  })
  return (
    <Page title="查询码查进度" dock={<Button id="look-code" isWide words="查一查" isBusy={isBusy} isDisabled={said.trim() === ''} onTap={() => void look()} />}>
      {isKept && <Keep code={fresh} />}
      <View className="card pad stack">
        {!isKept && <View><View className="h2">输入查询码</View><View className="second">隐名反映或扫码反映时给的 16 个字母和数字，横线可以不输，大小写都行。</View></View>}
        <Input id="code" className="person-field" value={said} maxlength={40} placeholder="如 7K2Q-9F3M-…" aria-label="查询码" onInput={(event) => setSaid(event.detail.value)} onConfirm={() => void look()} />
      </View>
      {status && <Shown status={status} />}
    </Page>
  )
}
