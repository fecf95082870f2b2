import { Link } from 'react-router'
import { EmptyPanel } from '../components/EmptyPanel'

export function NotFoundPage() {
  return (
    <div className="page">
      <EmptyPanel isPage icon="search" title="没有这个页面" hint="地址可能写错了，或者这个页面已经搬走。">
        <Link to="/">回到我的工作台</Link>
      </EmptyPanel>
    </div>
  )
}
