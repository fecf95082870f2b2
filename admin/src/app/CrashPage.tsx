import { Button } from 'antd'
import { useRouteError } from 'react-router'
import { EmptyPanel } from '../components/EmptyPanel'

/** A page that failed to load or to draw; usually a new version went out while this one was open. */
export function CrashPage() {
  const error = useRouteError()
  const text = error instanceof Error ? error.message : String(error)
  return (
    <div className="page" role="alert">
      <EmptyPanel icon="warning" title="这个页面没能打开" hint="可能刚换了新版本，或者网络断了一下。您填写的内容还在，刷新后接着办。">
        <Button type="primary" onClick={() => location.reload()}>刷新页面</Button>
        <span className="panel-code code">{text}</span>
      </EmptyPanel>
    </div>
  )
}
