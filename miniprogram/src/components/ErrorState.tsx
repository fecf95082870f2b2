import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import type { CallError } from '@xiangli/shared/catalog/call'
import { Button } from './Button'
import { Icon } from './Icon'
import { Tap } from './Tap'
import './ErrorState.scss'

interface ErrorStateProps {
  error: CallError
  onRetry: () => void
}

const REFUSED = new Set(['core.forbidden', 'core.notFound'])

/** What happened, that nothing was lost, what to do; the trace number small, to copy for whoever helps. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const isOffline = error.code === 'network'
  const isRefused = REFUSED.has(error.code)
  return (
    <View className="card error" role="alert">
      <View className="round quiet"><Icon name={isOffline ? 'offline' : isRefused ? 'lock' : 'again'} /></View>
      <View className="grow">
        <View className="b">{isOffline ? '没连上，什么都没丢' : isRefused ? '看不了这一页' : '没取到，什么都没丢'}</View>
        <View className="second">{isOffline ? '连上网后再试一次。' : error.message}</View>
        {error.traceId && (
          <Tap className="error-trace second" label="复制问题编号" onTap={() => void Taro.setClipboardData({ data: error.traceId })}>
            <Text>问题编号 {error.traceId.slice(0, 8)}</Text><Icon name="copy" size="xs" />
          </Tap>
        )}
      </View>
      {!isRefused && <Button kind="line" isSmall words="再试一次" onTap={onRetry} />}
    </View>
  )
}
