// What the three kinds of callers ask, as the clients send it.

/** @typedef {import('./load.mjs').Ask} Ask */
/** @typedef {{ id: string, token: string, regionId: string, villageId: string }} Caller */
/** @typedef {{ id: string, villageId: string, townId: string, path: string, point: [number, number] }} Spot */
/** @typedef {{ dispatchers: Caller[], members: Caller[], villagers: Caller[], cases: Record<string, string[]>, spots: Spot[] }} World */

const WORDS = '渠口冲开了一截，水都漫到路上了，再下雨怕是要进院子，请派人来看看'

/** @template T @param {T[]} from @param {number} at @returns {T} */
const turn = (from, at) => /** @type {T} */ (from[at % from.length])

/** Half the queue of a township's dispatcher, half that of a grid member. @param {World} world @returns {Ask[]} */
const listAsks = ({ dispatchers, members }) => Array.from({ length: 2 * Math.max(dispatchers.length, members.length) }, (_, at) => {
  const isMember = at % 2 === 1
  const { token } = turn(isMember ? members : dispatchers, at >> 1)
  const body = { ...(isMember ? { mine: true } : {}), sort: 'due', limit: 20 }
  return { path: '/api/casework.listCases', token, body: JSON.stringify(body) }
})

/** Dispatchers open cases of their town. @param {World} world @returns {Ask[]} */
const detailAsks = ({ dispatchers, cases }) => Array.from({ length: 50 * dispatchers.length }, (_, at) => {
  const caller = turn(dispatchers, at)
  const caseId = turn(cases[caller.regionId] ?? [], Math.floor(at / 7))
  return { path: '/api/casework.getCase', token: caller.token, body: JSON.stringify({ caseId }) }
})

/** Villagers tap on the map and write a sentence. @param {World} world @returns {Ask[]} */
const submitAsks = ({ villagers, spots }) => villagers.map(({ token }, at) => {
  const spot = turn(spots, at)
  const body = { caseId: '%ID%', words: WORDS, category: 'road', place: { point: spot.point } }
  // The baseline is told where it is; the server drops the field and finds out from the point.
  return { path: '/api/casework.submit', token, isCommand: true, body: JSON.stringify({ ...body, spot: { ...spot, gridId: spot.id } }) }
})

/** @param {World} world */
export const asksOf = (world) => ({ list: listAsks(world), detail: detailAsks(world), submit: submitAsks(world) })
