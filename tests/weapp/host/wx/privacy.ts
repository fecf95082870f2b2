type Resolve = (answer: { event: string; buttonId?: string }) => void

let listener: ((resolve: Resolve) => void) | undefined
let tapped: string | undefined

const agreeButtonAt = (event: Event) => (event.target as Element).closest('button[open-type="agreePrivacyAuthorization"]')

/** WeChat believes only a tap on the agree button itself, begun and ended there. */
export function watchAgreeButtons() {
  let begun: Element | null = null
  document.addEventListener('touchstart', (event) => { begun = agreeButtonAt(event) }, true)
  document.addEventListener('click', (event) => {
    const button = agreeButtonAt(event)
    if (!button || button !== begun) return
    tapped = button.id
    button.dispatchEvent(new CustomEvent('agreeprivacyauthorization', { detail: {} }))
  }, true)
}

/** Settles once the person has said yes or no; at once when they have before. */
export const privacyAgreed = (): Promise<boolean> => {
  const { phone } = window.weapp
  if (phone.isPrivacyAgreed || !listener) return Promise.resolve(phone.isPrivacyAgreed)
  return new Promise((resolve) => listener?.(({ event, buttonId }) => {
    if (event === 'exposureAuthorization') return
    phone.isPrivacyAgreed = event === 'agree' && buttonId === tapped
    resolve(phone.isPrivacyAgreed)
  }))
}

export const REFUSED = 'fail privacy permission is not authorized'

export const privacy = {
  onNeedPrivacyAuthorization: (heard: (resolve: Resolve) => void) => { listener = heard },
}
