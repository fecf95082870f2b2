import type { Border } from '@xiangli/shared/region/contract'
import { useMemo } from 'react'
import { useQuery } from '../../../services/use-query'
import './outline.css'

const WIDTH = 540
const MARGIN = 8

type Frame = { west: number; north: number; scale: number; squeeze: number; height: number }
type Ring = [number, number][]

function ringsOf(border: Border): Ring[] {
  const polygons = (border.geometry.type === 'Polygon' ? [border.geometry.coordinates] : border.geometry.coordinates) as Ring[][]
  return polygons.flat()
}

function frameOf(county: Border): Frame {
  const points = ringsOf(county).flat()
  const lngs = points.map((point) => point[0])
  const lats = points.map((point) => point[1])
  const west = Math.min(...lngs)
  const north = Math.max(...lats)
  // Away from the equator a degree of longitude is shorter than one of latitude.
  const squeeze = Math.cos((north * Math.PI) / 180)
  const scale = (WIDTH - 2 * MARGIN) / ((Math.max(...lngs) - west) * squeeze)
  return { west, north, scale, squeeze, height: (north - Math.min(...lats)) * scale + 2 * MARGIN }
}

const project = (frame: Frame, [lng, lat]: readonly [number, number]) =>
  [(lng - frame.west) * frame.squeeze * frame.scale + MARGIN, (frame.north - lat) * frame.scale + MARGIN] as const

function pathOf(frame: Frame, border: Border): string {
  const drawRing = (ring: Ring) =>
    `M${ring.map((point) => project(frame, point).map((n) => n.toFixed(1)).join(' ')).join('L')}Z`
  return ringsOf(border).map(drawRing).join('')
}

/** The county as it is drawn on maps, its towns named; the picture of the login page. */
export function CountyOutline() {
  const county = useQuery('region.getBorders', { level: 'county' }, { freshFor: 3_600_000 }).data?.items[0]
  const towns = useQuery('region.getBorders', { level: 'town' }, { freshFor: 3_600_000 }).data?.items
  const drawn = useMemo(() => {
    if (!county) return null
    const frame = frameOf(county)
    return {
      height: frame.height,
      outline: pathOf(frame, county),
      towns: towns?.map((town) => ({ id: town.id, name: town.shortName || town.name, path: pathOf(frame, town), at: project(frame, town.centre) })) ?? [],
    }
  }, [county, towns])

  if (!drawn) return <div className="outline" aria-hidden="true" />
  return (
    <svg className="outline" viewBox={`0 0 ${WIDTH} ${drawn.height.toFixed(0)}`} role="img" aria-label={`${county?.name ?? ''}地图`}>
      <path className="outline-land" d={drawn.outline} />
      {drawn.towns.map((town) => <path key={town.id} className="outline-town" d={town.path} />)}
      <path className="outline-edge" d={drawn.outline} />
      {drawn.towns.map((town) => (
        <g key={town.id} transform={`translate(${town.at[0].toFixed(1)} ${town.at[1].toFixed(1)})`}>
          <circle r="2.4" />
          <text y="-7">{town.name}</text>
        </g>
      ))}
    </svg>
  )
}
