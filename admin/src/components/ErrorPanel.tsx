import type { CallError } from '@xiangli/shared/catalog/call'
import { Button } from 'antd'
import { FailureCode } from './FailureCode'
import { Icon, type IconName } from './Icon'
import './kit.css'

type Props = { failure: CallError; retry?: () => void; children?: React.ReactNode }

function look(failure: CallError): { icon: IconName; title: string } {
  if (failure.status === 0) return { icon: 'cut', title: '网络断了' }
  if (failure.status === 403) return { icon: 'lock', title: '没有权限' }
  if (failure.status === 404) return { icon: 'search', title: '没有找到' }
  return { icon: 'warning', title: '没能载入' }
}

/** What happened, whether anything was lost, what to do. */
export function ErrorPanel({ failure, retry, children }: Props) {
  const { icon, title } = look(failure)
  const isFinal = failure.status === 403 || failure.status === 404
  return (
    <div className="panel" role="alert">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{failure.status === 0 ? '连不上服务器，什么都没有丢。连上网后会自动再试，也可以现在试一次。' : failure.message}</p>
      {retry && !isFinal && <Button onClick={retry} icon={<Icon name="refresh" />}>再试一次</Button>}
      {children}
      {failure.status !== 0 && <FailureCode failure={failure} />}
    </div>
  )
}
