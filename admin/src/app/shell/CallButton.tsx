import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { Icon } from '../../components/Icon'
import { useKeys } from '../../services/keys'
import { useMe } from '../../services/me'

/** A ringing phone waits for nobody to find the page: "n" opens the form from anywhere. */
export function CallButton() {
  const navigate = useNavigate()
  const mayTake = useMe().operations.includes('casework.fileForCaller')
  useKeys({ n: () => (mayTake ? void navigate('/calls') : false) })
  if (!mayTake) return null
  return <Button className="head-call" icon={<Icon name="phone" />} aria-label="接电话登记" onClick={() => void navigate('/calls')}><span>接电话</span><kbd aria-hidden="true">N</kbd></Button>
}
