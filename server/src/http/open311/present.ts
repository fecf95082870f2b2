import { stateLabels } from '@xiangli/shared/casework/labels'
import type { PublicCaseView } from '@xiangli/shared/casework/public-views'
import type { GeoRequest, GeoService } from '@xiangli/shared/open311/georeport'
import { wgsOf } from '@xiangli/shared/region/coordinates'
import { allCaseTypes } from '../../modules/casework'
import { departmentUnit } from '../../modules/region'

const categories = () => allCaseTypes().flatMap((type) => type.categories.map((category) => ({ type, category })))

/** Each category is a service; an id comes back with the answer at once. */
export const geoServices = (): GeoService[] =>
  categories().filter(({ category }) => !category.isRetired).map(({ type, category: { code, label, department } }) => ({
    service_code: code,
    service_name: label,
    description: `${type.label}：${label}${department ? `，${departmentUnit(department)?.name ?? ''}的职责` : '，村（居）委会办理'}`,
    metadata: false,
    type: 'realtime',
    keywords: label,
    group: type.label,
  }))

export const isServiceCode = (code: string): boolean => categories().some(({ category }) => category.code === code)

const place = (value: number): number => Math.round(value * 1e6) / 1e6

const addressOf = ({ gridName, villageName, townName }: PublicCaseView): string | null => [gridName, villageName, townName].filter(Boolean).join(', ') || null

const mediaOf = (view: PublicCaseView, origin: string): string[] => view.photos.map((_photo, index) => `${origin}/open311/v2/media/${view.id}/${index + 1}.jpg`)

const extendedOf = (view: PublicCaseView, origin: string): GeoRequest['extended_attributes'] => ({
  serial: view.serial,
  status: view.state,
  photos: mediaOf(view, origin),
  updates: view.timeline.map(({ at, action, words }) => ({ datetime: at, status: action, description: words })),
  comment: view.answer ?? null,
})

export const geoRequest = (view: PublicCaseView, { origin, isExtended }: { origin: string; isExtended: boolean }): GeoRequest => {
  const [long, lat] = view.point ? wgsOf(view.point) : []
  return {
    service_request_id: view.id,
    status: view.status,
    status_notes: stateLabels[view.state],
    service_name: view.categoryLabel ?? null,
    service_code: view.category ?? null,
    description: view.summary,
    agency_responsible: view.unitName || null,
    service_notice: null,
    requested_datetime: view.receivedAt,
    updated_datetime: view.status === 'closed' && view.closedAt ? view.closedAt : view.updatedAt,
    expected_datetime: view.dueAt ?? null,
    address: addressOf(view),
    address_id: view.villageId ?? null,
    zipcode: null,
    lat: lat === undefined ? null : place(lat),
    long: long === undefined ? null : place(long),
    media_url: mediaOf(view, origin)[0] ?? null,
    ...(isExtended ? { extended_attributes: extendedOf(view, origin) } : {}),
  }
}
