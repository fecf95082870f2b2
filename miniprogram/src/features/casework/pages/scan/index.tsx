import { Input, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { codeInScan, normalCode, showCode } from '@xiangli/shared/casework/place-codes'
import { Button } from '@/components/Button'
import { ErrorState } from '@/components/ErrorState'
import { Facts } from '@/components/Facts'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { useQuery } from '@/hooks/use-query'
import { useSession } from '@/services/session'
import { tell } from '@/services/tell'
import { ReportHere } from '../../components/ReportHere'
import { asMyself, open } from '../../open'
import { beginAt, type ScannedPlace } from '../../scanned'

/** Asking again would not help. */
const NOT_ONE_OF_OURS: ReadonlySet<string> = new Set(['casework.unknownCode', 'casework.codeRetired'])

const Refused = ({ words }: { words: string }) => <View className="note" role="alert"><Icon name="pin" size="xs" /><View>{words}</View></View>

/** Where a code leads: what place it is, and on to saying what is wrong there. */
export default function Scan() {
  const [typed, setTyped] = useState<string>()
  const { params } = useRouter()
  const isGiven = Boolean(params.scene ?? params.q ?? params.code)
  const code = typed ?? codeInScan(params) ?? undefined
  const { data, error, isLoading, reload } = useQuery('casework.readPlaceCode', { code: code ?? '' }, { isOff: !code })
  return (
    <Page title="扫码反映">
      {!code && isGiven && <Refused words="扫到的不是乡里的码，或牌子磨花了。可以照着牌子输一遍。" />}
      {!code && <TypeCode onCode={setTyped} />}
      {isLoading && code && <Skeleton kind="words" rows={3} />}
      {error && (
        <>
          {NOT_ONE_OF_OURS.has(error.code) ? <Refused words={error.message} /> : <ErrorState error={error} onRetry={() => void reload()} />}
          <TypeCode onCode={setTyped} />
        </>
      )}
      {data && <Here place={data} />}
      {!data && <Button id="open-receipt" kind="text" isWide words="有查询码？查进展" onTap={() => open('code')} />}
    </Page>
  )
}

function TypeCode({ onCode }: { onCode: (code: string) => void }) {
  const [said, setSaid] = useState('')
  const go = () => {
    const code = normalCode(said)
    return code ? onCode(code) : tell('这组字母数字不对，请对着牌子再看一次。')
  }
  return (
    <View className="card pad stack">
      <View><View className="h2">输牌子上的字母数字</View><View className="second">一共 8 位，大小写都行。</View></View>
      <Input id="place-code" className="person-field" value={said} maxlength={12} placeholder="比如 7K2M-9QXD" aria-label="牌子上的字母数字" onInput={(event) => setSaid(event.detail.value)} />
      <Button id="find-code" isWide words="找这个地方" isDisabled={said.trim() === ''} onTap={go} />
    </View>
  )
}

function Here({ place }: { place: ScannedPlace }) {
  const isIn = useSession((session) => session.me !== undefined)
  const [isNobody, setNobody] = useState(false)
  const begin = () => void asMyself(() => { beginAt(place); open('submit') })
  const facts = [
    { term: '地方', words: [place.townName, place.villageName, place.gridName].filter(Boolean).join(' ') },
    ...(place.words ? [{ term: '说明', words: place.words }] : []),
    { term: '编码', words: showCode(place.code) },
  ]
  return (
    <>
      <View className="card">
        <View className="pad"><View className="second">{place.kindLabel}</View><View className="h1">{place.name}</View></View>
        <Facts facts={facts} />
      </View>
      <View className="note"><Icon name="phone" size="xs" /><View>着火、漏气、有人受伤、正在出事，先打 119、120、110。</View></View>
      {isNobody && !isIn ? <ReportHere place={place} /> : (
        <View className="stack">
          <Button id="report-here" isWide words={isIn ? '反映这里的事' : '登录后反映'} onTap={begin} />
          {!isIn && <View className="second middle">登录后有进展会告诉您，还能评价</View>}
          {!isIn && <Button id="report-as-nobody" kind="line" isWide words="不登录，直接说" onTap={() => setNobody(true)} />}
        </View>
      )}
    </>
  )
}
