import { Input, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '@xiangli/shared/catalog/contracts'
import { stateLabels } from '@xiangli/shared/casework/labels'
import { Button } from '@/components/Button'
import { ErrorState } from '@/components/ErrorState'
import { Facts } from '@/components/Facts'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Serial } from '@/components/Serial'
import { Skeleton } from '@/components/Skeleton'
import { Tap } from '@/components/Tap'
import { Timeline } from '@/components/Timeline'
import { useQuery } from '@/hooks/use-query'
import { when } from '@/services/when'
import '../../components/ForPerson.scss'

type Status = OutputOf<'casework.showReceipt'>

/** 凭回执码查进展: for who said something without an account. */
export default function Receipt() {
  const { receipt: given, isNew } = useRouter().params
  const [asked, setAsked] = useState(given ? decodeURIComponent(given) : undefined)
  const { data, error, isLoading, reload } = useQuery('casework.showReceipt', { receipt: asked ?? '' }, { isOff: !asked })
  return (
    <Page title="凭回执码查进展">
      {asked && isNew && asked === decodeURIComponent(given ?? '') && <Keep receipt={asked} />}
      {isLoading && asked && <Skeleton kind="words" rows={4} />}
      {error && <ErrorState error={error} onRetry={() => void reload()} />}
      {data && asked && <Shown status={data} />}
      {(!asked || error) && <Ask onAsk={setAsked} />}
    </Page>
  )
}

function Keep({ receipt }: { receipt: string }) {
  return (
    <View className="card pad stack">
      <View><View className="h2">交上去了，请记下回执码</View><View className="second">没有登录，以后只能凭它查进展，丢了找不回来。</View></View>
      <View className="h1" id="receipt-code">{receipt}</View>
      <Button kind="tint" icon="copy" words="复制回执码" onTap={() => void Taro.setClipboardData({ data: receipt })} />
    </View>
  )
}

function Ask({ onAsk }: { onAsk: (receipt: string) => void }) {
  const [said, setSaid] = useState('')
  return (
    <View className="card pad stack">
      <View><View className="h2">输回执码</View><View className="second">扫码反映时给您的 16 位字母数字。</View></View>
      <Input id="receipt" className="person-field" value={said} maxlength={24} placeholder="比如 7K2M-9QXD-…" aria-label="回执码" onInput={(event) => setSaid(event.detail.value)} />
      <Button id="find-receipt" isWide words="查进展" isDisabled={said.trim().length < 16} onTap={() => onAsk(said.trim())} />
    </View>
  )
}

function standOf({ isUnchecked, isTurnedAway, state }: Status): string {
  if (isTurnedAway) return '核实后没有收'
  return isUnchecked ? '等核实' : stateLabels[state]
}

function Shown({ status }: { status: Status }) {
  const facts = [
    { term: '到哪一步', words: standOf(status) },
    { term: status.isUnchecked ? '谁来核实' : '谁负责', words: status.unitName },
    ...(status.dueAt ? [{ term: '什么时候', words: `${when(status.dueAt)} 前` }] : []),
    ...(status.reason ? [{ term: '理由', words: status.reason }] : []),
  ]
  return (
    <>
      <View className="card">
        {status.words && <View className="pad"><View className="second">您说的</View><View className="b">{status.words}</View></View>}
        <Facts facts={facts} />
      </View>
      {status.answer && <View className="card pad"><View className="second">答复</View><View>{status.answer}</View></View>}
      <View className="card"><Timeline happenings={status.steps.map(({ words, at }, index) => ({ key: index, title: words, note: when(at) })).reverse()} /></View>
      <Tap className="note" label="复制编号" onTap={() => void Taro.setClipboardData({ data: status.serial })}><Icon name="copy" size="xs" /><Text>打电话问时说编号就行</Text></Tap>
      <Serial serial={status.serial} />
    </>
  )
}
