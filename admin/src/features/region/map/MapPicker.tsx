import { Modal } from 'antd'
import { useCallback, useState } from 'react'
import { useQuery } from '../../../services/use-query'
import PointMap from './PointMap'

type LngLat = [number, number]
type Props = { regionId: string; point?: LngLat; onPick: (point: LngLat, name: string) => void; onClose: () => void }

/** A click on the map, answered with the name of the grid it lies in. */
export default function MapPicker({ regionId, point, onPick, onClose }: Props) {
  const [picked, setPicked] = useState<LngLat | undefined>(point)
  const { data, error, isFetching } = useQuery('region.locate', { point: picked ?? [0, 0] }, { isOff: !picked })
  const place = picked ? data?.place : undefined
  const name = place ? `${place.townName} ${place.villageName} ${place.gridName}` : ''
  const pick = useCallback((next: LngLat) => setPicked(next), [])
  const words = () => {
    if (!picked) return '在地图上点一下事情发生的地方。'
    if (isFetching) return '正在看是哪个网格'
    if (error) return error.message
    return name || '这里不在本县，请重新点。'
  }
  return (
    <Modal
      open width={880} title="在地图上点" okText="就是这里" cancelText="不改了" onCancel={onClose} centered
      onOk={() => { if (picked) onPick(picked, name) }} okButtonProps={{ disabled: !place || isFetching }}
    >
      <div className="map-picker">
        <PointMap label="点一下选地点，方向键移动，加减键缩放" regionId={regionId} onPick={pick} {...(picked ? { point: picked } : {})} />
      </div>
      <p className="map-picker-words" role="status">{words()}</p>
    </Modal>
  )
}
