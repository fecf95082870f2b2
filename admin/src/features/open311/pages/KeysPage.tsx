import { useQueryClient } from '@tanstack/react-query'
import type { ApiKey } from '@xiangli/shared/open311/contract'
import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { ulid } from 'ulid'
import { EmptyPanel } from '../../../components/EmptyPanel'
import { ErrorPanel } from '../../../components/ErrorPanel'
import { FailureLine } from '../../../components/FailureLine'
import { RowsSkeleton } from '../../../components/PageSkeleton'
import { SheetButton } from '../../../components/SheetButton'
import { exactTime } from '../../../components/time-words'
import { useTitle } from '../../../services/title'
import { useCommands } from '../../../services/use-command'
import { usePages } from '../../../services/use-query'

/** Keys of other systems that file by Open311; a key is shown once, then only its ending. */
export default function KeysPage() {
  useTitle('接口密钥')
  const client = useQueryClient()
  const list = usePages('open311.listKeys', { limit: 30 })
  const commands = useCommands()
  const [keyId, setKeyId] = useState(() => ulid())
  const [name, setName] = useState('')
  const [secret, setSecret] = useState<string | null>(null)
  const [revoking, setRevoking] = useState<ApiKey | null>(null)
  const again = () => void client.invalidateQueries({ predicate: ({ queryKey: [operation] }) => operation === 'open311.listKeys' })
  const issue = async (event: React.FormEvent) => {
    event.preventDefault()
    const done = await commands.run('open311.issueKey', { keyId, name: name.trim() })
    if (!done) return
    setSecret(done.secret ?? '')
    setName('')
    setKeyId(ulid())
    again()
  }
  return (
    <div className="page">
      <div className="page-head"><h1>接口密钥</h1><a className="small" href="/open311/v2/docs" target="_blank" rel="noreferrer">接口说明</a><span className="end"><SheetButton list="open311.listKeys" input={{}} isOff={list.items.length === 0} /></span></div>
      <section className="card" style={{ padding: 16, marginBottom: 14 }}>
        <form className="row" onSubmit={(event) => void issue(event)} aria-label="发一个密钥">
          <Input aria-label="给哪个系统用" placeholder="给哪个系统用，如：县融媒体客户端" value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
          <Button type="primary" htmlType="submit" disabled={!name.trim()} loading={commands.isBusy}>发密钥</Button>
        </form>
        <FailureLine failure={revoking ? null : commands.failure} />
        {secret !== null && <Secret secret={secret} />}
      </section>
      <section className="card rows" aria-label="密钥清单" style={{ padding: 16 }}>
        {list.isPending && <RowsSkeleton rows={4} />}
        {list.error && list.items.length === 0 && <ErrorPanel failure={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && list.items.length === 0 && <EmptyPanel title="还没有发过密钥" hint="别的系统要替群众反映事情，先在上面发一个密钥。" />}
        {list.items.map((key) => <KeyRow key={key.id} shown={key} onRevoke={() => setRevoking(key)} />)}
        {list.hasNextPage && <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>再看 30 个</Button>}
      </section>
      {revoking && <Revoke shown={revoking} commands={commands} onClose={() => { setRevoking(null); commands.clear(); again() }} />}
    </div>
  )
}

const Secret = ({ secret }: { secret: string }) => secret
  ? <Alert style={{ marginTop: 12 }} type="warning" message={<>密钥只显示这一次，请马上抄走：<code style={{ overflowWrap: 'anywhere' }}>{secret}</code></>} />
  : <Alert style={{ marginTop: 12 }} type="info" message="这个密钥已经显示过一次；没抄到就吊销它，再发一个。" />

function KeyRow({ shown, onRevoke }: { shown: ApiKey; onRevoke: () => void }) {
  return (
    <div className="row" style={{ padding: '10px 0', borderBottom: '1px solid var(--line)', flexWrap: 'wrap' }}>
      <span className="fill"><b>{shown.name}</b> <code>…{shown.ending}</code><br /><span className="small second">{exactTime(shown.issuedAt)} 由 {shown.issuedByName} 发出{shown.revokedAt && `；${exactTime(shown.revokedAt)} 吊销：${shown.reason ?? ''}`}</span></span>
      {!shown.revokedAt && <Button size="small" danger onClick={onRevoke} aria-label={`吊销${shown.name}的密钥`}>吊销</Button>}
    </div>
  )
}

function Revoke({ shown, commands, onClose }: { shown: ApiKey; commands: ReturnType<typeof useCommands>; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const revoke = async () => { if (await commands.run('open311.revokeKey', { keyId: shown.id, reason: reason.trim() })) onClose() }
  return (
    <Modal open title={`吊销 ${shown.name} 的密钥`} okText="吊销" cancelText="先不办" okButtonProps={{ danger: true, disabled: !reason.trim(), loading: commands.isBusy }} onOk={() => void revoke()} onCancel={onClose}>
      <p>吊销后这个系统马上不能再反映，已经反映的不受影响。</p>
      <Input aria-label="理由" placeholder="理由" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      <FailureLine failure={commands.failure} />
    </Modal>
  )
}
