import type { OnDutyView } from '@xiangli/shared/duty/contract'
import { MOST_ON_PHONE_LIST } from '@xiangli/shared/duty/rules'
import { App, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { FailureLine } from '../../../components/FailureLine'
import { Icon } from '../../../components/Icon'
import { useCommand } from '../../../services/use-command'
import { useQuery } from '../../../services/use-query'
import { useRefresh } from '../use-roster'

/** Order by buttons, not by dragging: the keyboard does it as well. */
export function PhoneDialog({ shown, onClose }: { shown: OnDutyView; onClose: () => void }) {
  const people = useQuery('duty.listPeople', { unitId: shown.unitId })
  const [ids, setIds] = useState(shown.phoneList.map(({ personId }) => personId))
  const command = useCommand('duty.setPhoneList')
  const refresh = useRefresh()
  const { message } = App.useApp()
  const options = (people.data?.items ?? []).filter(({ personId }) => !ids.includes(personId))
    .map((person) => ({ value: person.personId, disabled: !person.hasPhone, label: `${person.name}${person.title ? `，${person.title}` : ''}${person.isOfParent ? '（上一级）' : ''}${person.hasPhone ? '' : '，没填手机号'}` }))
  const nameOf = (id: string) => [...(people.data?.items ?? []), ...shown.phoneList].find(({ personId }) => personId === id)?.name ?? ''
  const move = (at: number, by: 1 | -1) => setIds(ids.map((id, n) => (n === at ? ids[at + by] ?? id : n === at + by ? ids[at] ?? id : id)))
  const save = async () => {
    if (!(await command.run({ unitId: shown.unitId, desk: shown.desk, rev: shown.phoneRev, personIds: ids }))) return
    await refresh()
    void message.success('电话顺序改好了')
    onClose()
  }
  return (
    <Modal open title="电话顺序" okText="保存" cancelText="先不改" onOk={() => void save()} onCancel={onClose} confirmLoading={command.isBusy}>
      <p className="small second">号码取自各人账号，这里不用填；本人改了号码，这里跟着变。</p>
      <ol className="duty-order">
        {ids.map((id, at) => (
          <li key={id} className="row">
            <span className="second">{at + 1}</span><b className="fill">{nameOf(id)}</b>
            <Button size="small" disabled={at === 0} aria-label={`${nameOf(id)} 往前`} onClick={() => move(at, -1)}>往前</Button>
            <Button size="small" disabled={at === ids.length - 1} aria-label={`${nameOf(id)} 往后`} onClick={() => move(at, 1)}>往后</Button>
            <Button size="small" type="text" aria-label={`去掉 ${nameOf(id)}`} onClick={() => setIds(ids.filter((each) => each !== id))}><Icon name="close" /></Button>
          </li>
        ))}
      </ol>
      {ids.length < MOST_ON_PHONE_LIST && (
        <Select
          className="duty-wide" aria-label="加一个人" value={null} placeholder={people.error ? people.error.message : '加一个人'} loading={people.isPending}
          options={options} showSearch optionFilterProp="label" onChange={(id: string | null) => { if (id) setIds([...ids, id]) }}
        />
      )}
      <FailureLine failure={command.failure} />
    </Modal>
  )
}
