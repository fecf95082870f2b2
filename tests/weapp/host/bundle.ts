export interface FileConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  navigationBarTitleText?: string
  pages?: string[]
  tabBar?: { custom?: boolean; list: { pagePath: string; text: string }[] }
}

/** A WeChat build, file by file and without file endings. */
export interface Bundle {
  /** Body of a function that returns the compiled templates by path. */
  templates: string
  scripts: Record<string, string>
  styles: Record<string, string>
  configs: Record<string, FileConfig>
}

/** What the test decides about the phone. */
export interface Phone {
  /** Whose WeChat it is. */
  openid: string
  isOnline: boolean
  /** What the person taps in a modal. */
  saysYes: boolean
  place: { longitude: number; latitude: number } | undefined
  isPrivacyAgreed: boolean
}

/** What happened outside the page, for the test to look at. */
export interface Noted {
  kind: string
  words: string
}

export interface Control {
  phone: Phone
  noted: Noted[]
  route: () => string
  setOnline: (isOnline: boolean) => void
  moveMap: (longitude: number, latitude: number) => void
}

declare global {
  interface Window {
    bundle: Bundle
    phone: Partial<Phone>
    weapp: Control
  }
}
