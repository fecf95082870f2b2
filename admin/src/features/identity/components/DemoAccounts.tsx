import { Avatar } from '../../../components/Avatar'
import { Icon } from '../../../components/Icon'
import { useQuery } from '../../../services/use-query'

type Props = { entering: string | null; isBusy: boolean; onEnter: (username: string) => void }

/** Only on demo data; a real county answers with an empty list and nothing is shown. */
export function DemoAccounts({ entering, isBusy, onEnter }: Props) {
  const { data } = useQuery('identity.listDemoAccounts', {}, { freshFor: 600_000 })
  if (!data || data.items.length === 0) return null
  return (
    <section className="demo" aria-label="演示账号">
      <header><Icon name="people" />演示账号，点一下直接进入</header>
      <ul>
        {data.items.map((account) => (
          <li key={account.username}>
            <button type="button" disabled={isBusy} onClick={() => onEnter(account.username)}>
              <Avatar name={account.name} isSmall />
              <b>{account.name}</b>
              <span className="second small clip fill">{account.regionName} {account.title}</span>
              <span className="demo-enter">{entering === account.username ? '正在进入' : '进入'}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="tiny second">人名均为虚构。</p>
    </section>
  )
}
