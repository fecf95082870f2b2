import { useEffect, useRef } from 'react'
import { Icon } from '../../../../components/Icon'

type Props = { title: string; onStop: () => void; onSubmit: () => void; children: React.ReactNode }

/** What Escape closes first. */
const OPEN_ABOVE = '.ant-modal-wrap, .ant-select-dropdown:not(.ant-select-dropdown-hidden), .ant-popover:not(.ant-popover-hidden)'

/** Takes the place of the buttons while one thing is being done; Escape goes back, words stay. */
export function FormFrame({ title, onStop, onSubmit, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  // The button that opened it is gone: without this the keyboard starts again at the top of the page.
  useEffect(() => {
    if (!form.current?.contains(document.activeElement)) form.current?.focus()
  }, [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isInside = event.target instanceof Element && event.target.closest('.act-form')
      if (event.key === 'Escape' && isInside && !document.querySelector(OPEN_ABOVE)) onStop()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [onStop])
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form ref={form} tabIndex={-1} className="act-form" onSubmit={submit} aria-label={title}>
      <header className="row">
        <h2 className="section-name fill">{title}</h2>
        <button type="button" className="link second" aria-label="返回，内容先留着" onClick={onStop}><Icon name="close" /></button>
      </header>
      {children}
    </form>
  )
}
