/** @typedef {import('./bench.mjs').Measure} Measure */
/** @typedef {{ subject: string, round: number, rssMb: number, startMs: number }} Fact */

const SCENARIOS = /** @type {const} */ (['submit', 'list', 'detail'])
/** What each ratio to the first baseline is to reach. */
const AIMS = { submit: 0.8, list: 0.8, detail: 0.75 }
const MOST_RSS_MB = 200

const median = (/** @type {number[]} */ values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const round = (/** @type {number} */ value) => Math.round(value * 1000) / 1000
const range = (/** @type {number[]} */ values) => `${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}`

/** Ratios of the same round only: what slows the machine slows both. @param {Measure[]} measures @param {{ scenario: string, against: string }} pair */
const ratiosOf = (measures, { scenario, against }) => {
  const of = (/** @type {string} */ subject, /** @type {number} */ at) => measures.find((one) => one.subject === subject && one.scenario === scenario && one.round === at)?.perSecond
  const rounds = [...new Set(measures.map((one) => one.round))]
  return rounds.flatMap((at) => {
    const [ours, other] = [of('ours', at), of(against, at)]
    return ours && other ? [ours / other] : []
  })
}

/** @param {Measure[]} measures @param {string} subject @param {string} scenario */
const lineOf = (measures, subject, scenario) => {
  const mine = measures.filter((one) => one.subject === subject && one.scenario === scenario)
  const of = (/** @type {(one: Measure) => number} */ pick) => median(mine.map(pick))
  return `  ${subject.padEnd(10)} ${scenario.padEnd(7)} ${String(Math.round(of((one) => one.perSecond))).padStart(5)}/s   p50 ${of((one) => one.p50)} ms   p99 ${of((one) => one.p99)} ms   server CPU ${of((one) => one.serverCpuMs).toFixed(2)} ms a request`
}

const PAID_FOR = [
  '差在哪里：路由与请求标识、会话与限流、权限（操作×地区）、zod 校验、时限与颜色、能做什么（can）、遮盖、指标；提交另有',
  '日志行的摘要与事件、分发与送达消息（同一进程、同一时间里另一个事务）。基线不做这些，只做同样的读写、回同样的内容。',
]

/**
 * Prints what was measured; the last line is one of JSON for machines.
 * @param {{ measures: Measure[], facts: Fact[], sizes: Record<string, { ours: number, bare: number }>, say: (line: string) => void }} bench
 * @returns {boolean} whether memory stayed within its bound
 */
export const report = ({ measures, facts, sizes, say }) => {
  say('')
  for (const subject of ['ours', 'bare', 'noJournal']) {
    for (const scenario of SCENARIOS) if (measures.some((one) => one.subject === subject && one.scenario === scenario)) say(lineOf(measures, subject, scenario))
  }
  say('')
  for (const [scenario, { ours, bare }] of Object.entries(sizes)) say(`  ${scenario}: 回答 ${ours} 字节，基线 ${bare} 字节`)
  const own = facts.filter(({ subject }) => subject === 'ours')
  const rss = Math.max(...own.map(({ rssMb }) => rssMb))
  say(`  内存（压测后）${Math.round(rss)} MB，启动到 /healthz ${Math.round(median(own.map(({ startMs }) => startMs)))} ms`)
  say('')
  /** @type {Record<string, object>} */
  const result = {}
  for (const scenario of SCENARIOS) {
    const ratios = ratiosOf(measures, { scenario, against: 'bare' })
    const withoutJournal = ratiosOf(measures, { scenario, against: 'noJournal' })
    const ratio = median(ratios)
    const other = withoutJournal.length > 0 ? `；比没有日志的基线 ${median(withoutJournal).toFixed(2)}` : ''
    say(`  ${scenario.padEnd(7)} ${ratio.toFixed(2)}（${range(ratios)}，目标 ${AIMS[scenario]}${ratio >= AIMS[scenario] ? '，达到' : '，未达到'}）${other}`)
    result[scenario] = { ratio: round(ratio), ratios: ratios.map(round), ...(withoutJournal.length > 0 ? { withoutJournal: round(median(withoutJournal)) } : {}) }
  }
  for (const line of PAID_FOR) say(`  ${line}`)
  say(JSON.stringify(result))
  return rss <= MOST_RSS_MB
}
