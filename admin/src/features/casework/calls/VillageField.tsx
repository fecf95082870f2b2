import { useQueries } from '@tanstack/react-query'
import type { Division } from '@xiangli/shared/region/contract'
import { Select } from 'antd'
import { call } from '../../../services/call'
import { queryKey, useQuery } from '../../../services/use-query'
import { useMyPlaces } from '../../region/components/PlaceSwitcher'

const LONG = 3_600_000

const optionOf = ({ id, shortName, name }: Division) => ({ value: id, label: shortName || name })

/** Every village of the county under its township, one's own first: a call may be about anywhere. */
function useVillages() {
  const [root] = useMyPlaces()
  const countyId = root?.path[0]
  const towns = useQuery('region.listDivisions', countyId ? { parentId: countyId } : {}, { isOff: !countyId, freshFor: LONG })
  const villages = useQueries({
    queries: (towns.data?.items ?? []).map(({ id }) => ({
      queryKey: queryKey('region.listDivisions', { parentId: id }),
      queryFn: () => call('region.listDivisions', { parentId: id }),
      staleTime: LONG,
    })),
  })
  const groups = (towns.data?.items ?? []).map((town, at) => ({ label: town.shortName || town.name, townId: town.id, options: (villages[at]?.data?.items ?? []).map(optionOf) }))
  const isOwn = ({ townId }: { townId: string }) => root?.path.includes(townId) ?? false
  return { groups: [...groups.filter(isOwn), ...groups.filter((group) => !isOwn(group))], hasFailed: towns.error !== null }
}

type Props = { villageId: string | undefined; gridId: string | undefined; onChange: (place: { villageId: string | undefined; gridId: string | undefined }) => void }

/** Two boxes that are typed into: the village, then its grid where it is known. */
export function VillageField({ villageId, gridId, onChange }: Props) {
  const { groups, hasFailed } = useVillages()
  const grids = useQuery('region.listDivisions', { parentId: villageId ?? '' }, { isOff: !villageId, freshFor: LONG })
  return (
    <div className="row">
      <Select
        id="call-village" className="fill" aria-label="哪个村" value={villageId} options={groups} showSearch optionFilterProp="label" allowClear
        placeholder={hasFailed ? '村没能载入，可以先不填' : '打村名找，如：太阳'} onChange={(next?: string) => onChange({ villageId: next, gridId: undefined })}
      />
      <Select
        className="fill" aria-label="哪个网格" value={gridId} options={(grids.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
        showSearch optionFilterProp="label" allowClear disabled={!villageId} placeholder="网格，可不填" onChange={(next?: string) => onChange({ villageId, gridId: next })}
      />
    </div>
  )
}
