const PICKER = '/simulators/wechat/picker'

/** The browser has no WeChat: the local WeChat lets one choose a person, then leads back here with a code. */
export function askForCode(): Promise<undefined> {
  window.location.assign(`${PICKER}?return=${encodeURIComponent(window.location.pathname + window.location.hash)}`)
  return Promise.resolve(undefined)
}

/** Taken out of the address at once, so that a reload or a shared link does not carry it. */
export function codeInAddress(): string | undefined {
  const address = new URL(window.location.href)
  const code = address.searchParams.get('code') ?? undefined
  if (code) {
    address.searchParams.delete('code')
    window.history.replaceState(window.history.state, '', address)
  }
  return code
}
