import { dark, light } from '@xiangli/shared/look/tokens'

/** WeChat's map takes colours as #RRGGBBAA only. */
export function strokes(mode: 'light' | 'dark', isHere: boolean) {
  const look = mode === 'dark' ? dark : light
  return isHere
    ? { strokeColor: `${look.primary}FF`, fillColor: `${look.primary}22` }
    : { strokeColor: `${look.faint}99`, fillColor: `${look.faint}08` }
}
