import type { CallError } from '@xiangli/shared/catalog/call'
import { Button } from 'antd'
import { FailureLine } from './FailureLine'

type Props = {
  go: string
  stop: string
  isBusy: boolean
  isReady: boolean
  failure: CallError | null
  onStop: () => void
  /** What else may be pressed here, before the two. */
  children?: React.ReactNode
}

/** How a form in a dialog ends: what went wrong, the way back, the way on. */
export function FormEnd({ go, stop, isBusy, isReady, failure, onStop, children }: Props) {
  return (
    <>
      <FailureLine failure={failure} />
      <div className="row">
        {children}
        <Button className="end" onClick={onStop} disabled={isBusy}>{stop}</Button>
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={!isReady}>{go}</Button>
      </div>
    </>
  )
}
