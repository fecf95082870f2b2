import type { FiledReceipt } from '@xiangli/shared/casework/contract/intake'
import { Button } from 'antd'
import { Link } from 'react-router'
import { Icon } from '../../../components/Icon'
import { shortTime } from '../../../components/time-words'

/** What the caller is told before hanging up. */
export function CallReceipt({ receipt, onNext }: { receipt: FiledReceipt; onNext: () => void }) {
  const { serial, ownerName, handlerName, handlerPhone, acceptBy, redAt, placeName, caseId, mayOpen, code } = receipt
  return (
    <section className="card col call-receipt" aria-label="已经记下">
      <header className="card-head"><h2 className="row"><Icon name="check" />已经记下：{receipt.title}</h2></header>
      <div className="card-body col">
        <span className="small second">念给对方听</span>
        <p className="call-serial">{serial}</p>
        <p className="call-say">
          您这件事的编号是 <b>{serial}</b>，由 <b>{ownerName}</b> 负责，<b>{handlerName}</b> 来办{handlerPhone ? <>，电话 <b>{handlerPhone}</b></> : null}。
          {acceptBy && <><b>{shortTime(acceptBy)}</b> 前有人接，</>}{redAt && <><b>{shortTime(redAt)}</b> 前办好。</>}
        </p>
        {code && <p className="call-say">请记下查询码 <b className="nowrap">{code}</b>，不用姓名电话，在小程序“查询码查进度”里就能看办到哪一步。这个码只给这一次，别人没法代查。</p>}
        <p className="small second">{placeName ? `已转到：${placeName}` : '还不知道在哪里，由县中心先接着'}{mayOpen ? '' : '。这件事不在您管的地方，由那边办理。'}</p>
        <div className="row">
          <Button type="primary" autoFocus onClick={onNext}>接下一个</Button>
          {mayOpen && <Link to={`/cases/${caseId}`}>打开这件事</Link>}
        </div>
      </div>
    </section>
  )
}
