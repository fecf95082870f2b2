type Listener = () => void

let listener: Listener | undefined

/** Told once by the router; called when the server no longer knows this browser. */
export function onSignedOut(next: Listener) {
  listener = next
}

export function signedOut() {
  listener?.()
}
