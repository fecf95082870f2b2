import { useEffect, useRef } from 'react'

/** Keys typed into a field belong to the field; so do those held with a modifier. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const target = event.target instanceof HTMLElement ? event.target : null
  return target?.closest('input, textarea, select, [contenteditable=true], .ant-modal, .ant-drawer, .ant-select-dropdown, .ant-dropdown') != null
}

/** Page-wide shortcuts; a handler that returns false leaves the key to the browser. */
export function useKeys(handlers: Record<string, () => boolean | void>) {
  const latest = useRef(handlers)
  latest.current = handlers
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      const handler = latest.current[event.key]
      if (handler && handler() !== false) event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
