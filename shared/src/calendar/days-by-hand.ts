import { DAY } from '../core/time'

/** As the State Council's notices of the three years give them (国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号), typed off by hand: what tests hold the data and the counting against. */
const OFF = [
  '2024-01-01', '2024-02-10/2024-02-17', '2024-04-04/2024-04-06', '2024-05-01/2024-05-05', '2024-06-10', '2024-09-15/2024-09-17', '2024-10-01/2024-10-07',
  '2025-01-01', '2025-01-28/2025-02-04', '2025-04-04/2025-04-06', '2025-05-01/2025-05-05', '2025-05-31/2025-06-02', '2025-10-01/2025-10-08',
  '2026-01-01/2026-01-03', '2026-02-15/2026-02-23', '2026-04-04/2026-04-06', '2026-05-01/2026-05-05', '2026-06-19/2026-06-21', '2026-09-25/2026-09-27', '2026-10-01/2026-10-07',
]
const ON = [
  '2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12',
  '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
  '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10',
]

const daysOf = (span: string): string[] => {
  const [from = '', to = from] = span.split('/')
  const days: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
/** Every day of 2024–2026 that differs from the week, or is a holiday on a weekend: whether it is worked. */
export const daysByHand: Readonly<Record<string, boolean>> = Object.fromEntries([
  ...OFF.flatMap(daysOf).map((day) => [day, false] as const),
  ...ON.map((day) => [day, true] as const),
])
