export const scales = ['demo', 'county'] as const
export type Scale = (typeof scales)[number]

/** `--scale county`; without it a demo, and without any word the launcher's quiet first run. */
export const readScale = (args: readonly string[]): { scale: Scale; isAsked: boolean } | null => {
  const at = args.indexOf('--scale')
  if (at === -1) return args.length === 0 ? { scale: 'demo', isAsked: false } : null
  const scale = scales.find((each) => each === args[at + 1])
  return scale && args.length === 2 ? { scale, isAsked: true } : null
}

interface Size {
  residents: number
  cases: number
}

/** What the county really has about: 290,000 people, 300,000 matters over the years. */
export const sizes: Record<Scale, Size> = {
  demo: { residents: 2_400, cases: 0 },
  county: { residents: 290_000, cases: 300_000 },
}
