import { dark, desk, fonts, light, type Palette } from '@xiangli/shared/look/tokens'
import { theme, type ThemeConfig } from 'antd'

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function variables(palette: Palette): string {
  return Object.entries(palette).map(([name, value]) => `--${kebab(name)}:${value};`).join('')
}

/** The shared colours as CSS variables, so style sheets and antd draw from one table. */
export function installTokens() {
  const sheet = document.createElement('style')
  sheet.textContent =
    `:root{${variables(light)}--r-card:${desk.radius.card}px;--r:${desk.radius.control}px;--r-s:${desk.radius.small}px;` +
    `--font:${fonts.desk};--mono:${fonts.mono};color-scheme:light}` +
    `.dark{${variables(dark)}color-scheme:dark}`
  document.head.prepend(sheet)
}

function tokensOf(p: Palette): ThemeConfig['token'] {
  return {
    colorPrimary: p.primary, colorLink: p.primary, colorLinkHover: p.primaryPress, colorLinkActive: p.primaryPress,
    colorTextBase: p.ink, colorText: p.ink, colorTextSecondary: p.second, colorTextTertiary: p.second,
    colorTextDescription: p.second, colorTextPlaceholder: p.second, colorTextDisabled: p.faint,
    colorTextLightSolid: p.onPrimary, colorIcon: p.second,
    colorBgLayout: p.ground, colorBgContainer: p.card, colorBgElevated: p.card, colorBgMask: p.veil,
    colorBorder: p.lineStrong, colorBorderSecondary: p.line, colorSplit: p.lineSoft,
    colorFillAlter: p.head, colorFillSecondary: p.fill, colorFillTertiary: p.fill, colorFillQuaternary: p.hover,
    controlItemBgHover: p.hover, controlItemBgActive: p.primaryTint, controlItemBgActiveHover: p.primaryTint,
    colorSuccess: p.onTime, colorWarning: p.soon, colorError: p.overdue,
    colorErrorBg: p.overdueTint, colorErrorBorder: p.overdueLine, colorInfo: p.primary,
    fontSize: desk.type.body, fontFamily: fonts.desk, fontFamilyCode: fonts.mono,
    borderRadius: desk.radius.control, borderRadiusLG: desk.radius.card, borderRadiusSM: desk.radius.small,
    controlHeight: desk.control, motionDurationFast: '0.1s', motionDurationMid: '0.15s', motionDurationSlow: '0.2s',
    wireframe: false,
  }
}

function componentsOf(p: Palette, isDark: boolean): ThemeConfig['components'] {
  return {
    Table: {
      headerBg: p.head, headerColor: p.second, headerSplitColor: 'transparent', rowHoverBg: p.hover,
      cellFontSize: desk.type.table, cellPaddingBlock: 9, cellPaddingInline: 10, borderColor: p.lineSoft,
      rowSelectedBg: p.primaryTint, rowSelectedHoverBg: p.primaryTint,
    },
    Segmented: { trackBg: p.lineSoft, itemColor: p.second, itemSelectedBg: isDark ? p.lineStrong : p.card, itemSelectedColor: p.ink },
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Modal: { titleFontSize: 16 },
    Select: { optionSelectedBg: p.primaryTint },
    Tooltip: { colorBgSpotlight: p.shade, colorTextLightSolid: '#FFFFFF' },
  }
}

/** antd speaks through the same tokens; its dark algorithm only fills in the shades we do not name. */
export function antdTheme(isDark: boolean, isStill: boolean): ThemeConfig {
  const palette = isDark ? dark : light
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...tokensOf(palette), motion: !isStill },
    components: componentsOf(palette, isDark),
    hashed: false,
  }
}
