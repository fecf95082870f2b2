import type { Mesh } from './mesh'
import type { Random } from './random'
import { middleOf, squaredDistance } from './plane'
import type { PlanePoint } from './plane'
import { reunite } from './reunite'
import type { Site } from './sites'

type Division = {
  mesh: Mesh
  /** The sites to share out. */
  members: readonly number[]
  /** One entry per part: how large it shall be in proportion to the others. */
  shares: readonly number[]
  /** Where the parts shall lie; spread evenly when left out. */
  seats?: readonly PlanePoint[]
  random: Random
}

type Diagram = { centres: readonly PlanePoint[]; weights: readonly number[] }
type Balancing = { centres: readonly PlanePoint[]; shares: readonly number[] }
type Labelling = { labels: readonly number[]; count: number }

const BALANCING_ROUNDS = 80
/** After these, each part's centre moves half-way to where its mass lies, which makes it compact. */
const DRIFTING_ROUNDS = [15, 30, 45]
const SPREADING_ROUNDS = 6
const CANDIDATES = 12

/** Shares sites out into compact, connected parts of about the wanted sizes. */
export function divide({ mesh, members, shares, seats, random }: Division): number[][] {
  if (shares.length === 1) return [[...members]]
  const sites = members.map((i) => mesh.sites[i]!)
  const centres = seats ?? spreadCentres(sites, { count: shares.length, random })
  const labels = balance(sites, { centres, shares })
  const parts: number[][] = shares.map(() => [])
  members.forEach((member, i) => parts[labels[i]!]!.push(member))
  const connected = reunite(parts, { neighbours: mesh.neighbours, sizeOf: (i) => mesh.sites[i]!.mass })
  if (connected.some((part) => part.length === 0)) throw new Error('a part of the county came out empty')
  return connected
}

/** Far from each other at first, then moved to the middle of what is nearest to them (Lloyd). */
function spreadCentres(sites: readonly Site[], { count, random }: { count: number; random: Random }): PlanePoint[] {
  const centres: PlanePoint[] = []
  while (centres.length < count) {
    const candidates = Array.from({ length: CANDIDATES }, () => sites[Math.floor(random() * sites.length)]!.bent)
    const distances = candidates.map((point) => Math.min(...centres.map((centre) => squaredDistance(point, centre))))
    centres.push(candidates[distances.indexOf(Math.max(...distances))]!)
  }
  for (let round = 0; round < SPREADING_ROUNDS; round++) {
    const labels = sites.map((site) => nearest(site.bent, { centres, weights: [] }))
    centresOf(sites, { labels, count }).forEach((centre, i) => {
      if (centre) centres[i] = centre
    })
  }
  return centres
}

/** A power diagram whose weights are turned until each part has its share (Aurenhammer's cells stay convex). */
function balance(sites: readonly Site[], { centres, shares }: Balancing): number[] {
  const total = sites.reduce((sum, site) => sum + site.mass, 0)
  const wholeShare = shares.reduce((sum, share) => sum + share, 0)
  const weights = shares.map(() => 0)
  let labels: number[] = []
  let places = centres
  for (let round = 0; round < BALANCING_ROUNDS; round++) {
    labels = sites.map((site) => nearest(site.bent, { centres: places, weights }))
    const masses = shares.map(() => 0)
    sites.forEach((site, i) => (masses[labels[i]!]! += site.mass))
    shares.forEach((share, i) => (weights[i]! += 0.3 * ((total * share) / wholeShare - masses[i]!)))
    if (DRIFTING_ROUNDS.includes(round)) places = driftedCentres(places, centresOf(sites, { labels, count: shares.length }))
  }
  return labels
}

const driftedCentres = (centres: readonly PlanePoint[], targets: readonly (PlanePoint | undefined)[]): PlanePoint[] =>
  centres.map((centre, i) => middleOf(centre, targets[i] ?? centre))

function nearest(point: PlanePoint, { centres, weights }: Diagram): number {
  let best = 0
  let bestDistance = Infinity
  for (let i = 0; i < centres.length; i++) {
    const distance = squaredDistance(point, centres[i]!) - (weights[i] ?? 0)
    if (distance >= bestDistance) continue
    best = i
    bestDistance = distance
  }
  return best
}

function centresOf(sites: readonly Site[], { labels, count }: Labelling): (PlanePoint | undefined)[] {
  const sums = Array.from({ length: count }, () => ({ x: 0, y: 0, mass: 0 }))
  sites.forEach(({ bent, mass }, i) => {
    const sum = sums[labels[i]!]!
    sum.x += bent.x * mass
    sum.y += bent.y * mass
    sum.mass += mass
  })
  return sums.map(({ x, y, mass }) => (mass > 0 ? { x: x / mass, y: y / mass } : undefined))
}

