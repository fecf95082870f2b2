/** The look of both clients in one place: plain data, no code. Sizes are rpx (phone) or px (desk). */
export const light = {
  primary: '#0F766E', primaryPress: '#115E59', primaryTint: '#E6F4F1', primaryLine: '#B3D8D2',
  primaryText: '#115E59', onPrimary: '#FFFFFF',
  ink: '#1C2A26', second: '#55635E', faint: '#7B8783',
  ground: '#F6F5F1', card: '#FFFFFF', fill: '#F1F2ED', rail: '#FBFCFA', hover: '#F6F9F6', head: '#F8FAF7',
  line: '#E4E6DF', lineSoft: '#EEF1ED', lineStrong: '#CDD3CC',
  onTime: '#15803D', onTimeTint: '#F0F9F1', onTimeFill: '#2E9E5B',
  soon: '#8F5606', soonTint: '#FEF7D6', soonLine: '#EBD78C', soonFill: '#D9A316',
  overdue: '#B91C1C', overdueTint: '#FDECEA', overdueLine: '#F0C4C1', overdueFill: '#D23B34',
  paused: '#55635E', pausedTint: '#ECEEE9',
  points: '#B45309', edit: '#34568B', editTint: '#EDF2F9', risk: '#6D28D9', riskTint: '#F2EDFC',
  mapLand: '#F6F6F1', mapOut: '#EEEFE8', mapLine: '#DCE2DC', mapTown: '#B9C4BC', mapWater: '#A9CDD6', mapRoad: '#E6DCC6',
  mapHere: '#DFEEE9', shade: 'rgba(20, 30, 27, .78)', veil: 'rgba(20, 30, 27, .45)',
} as const

export type Palette = Record<keyof typeof light, string>

export const dark: Palette = {
  primary: '#2FA79A', primaryPress: '#25877D', primaryTint: '#143431', primaryLine: '#245D56',
  primaryText: '#6FD3C7', onPrimary: '#04110F',
  ink: '#E6EEEA', second: '#A5B4AD', faint: '#84928C',
  ground: '#0D1412', card: '#141D1A', fill: '#1D2825', rail: '#101816', hover: '#192421', head: '#182320',
  line: '#25312D', lineSoft: '#1D2825', lineStrong: '#3A4A44',
  onTime: '#6CCB90', onTimeTint: '#142A1E', onTimeFill: '#4DB67A',
  soon: '#F0C552', soonTint: '#33290D', soonLine: '#5E4B14', soonFill: '#E8B931',
  overdue: '#FF8A80', overdueTint: '#3A1A18', overdueLine: '#6B2A26', overdueFill: '#F0625A',
  paused: '#A5B4AD', pausedTint: '#202B27',
  points: '#E8A157', edit: '#9DBBEA', editTint: '#1B2740', risk: '#B79CF5', riskTint: '#271D3F',
  mapLand: '#16211E', mapOut: '#0D1412', mapLine: '#24322D', mapTown: '#42554D', mapWater: '#1F3F4B', mapRoad: '#3A3726',
  mapHere: '#1B3531', shade: 'rgba(4, 10, 9, .82)', veil: 'rgba(0, 0, 0, .6)',
}

/** Phone, in rpx of a 750-wide screen. Elder type is ×1.35 and never below 36 rpx (18 CSS px). */
export const phone = {
  type: { caption: 26, second: 30, body: 34, section: 36, title: 40, heading: 48, number: 56 },
  elderType: { caption: 36, second: 41, body: 46, section: 49, title: 54, heading: 65, number: 76 },
  space: { s1: 8, s2: 16, s3: 24, s4: 32, s5: 40, s6: 48 },
  radius: { card: 20, control: 12, photo: 12 },
  target: { normal: 88, elder: 120 },
} as const

/** Desk, in CSS px. */
export const desk = {
  type: { small: 12, table: 13, body: 14, section: 15, title: 20, number: 28 },
  space: { s1: 4, s2: 8, s3: 12, s4: 16, s5: 24 },
  radius: { card: 10, control: 7, small: 5 },
  control: 32,
} as const

export const lineHeight = 1.5
export const motionMs = 180
export const fonts = {
  phone: '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  desk: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  mono: '"Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace',
} as const
