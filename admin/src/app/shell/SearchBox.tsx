import { useEffect, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { Icon } from '../../components/Icon'
import { isTyping } from '../../services/keys'

/** Finds a case by its serial number; "/" jumps here from anywhere. */
export function SearchBox() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const asked = params.get('serial') ?? ''
  const [words, setWords] = useState(asked)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => setWords(asked), [asked])
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event)) return
      event.preventDefault()
      input.current?.select()
    }
    addEventListener('keydown', jump)
    return () => removeEventListener('keydown', jump)
  }, [])

  const search = (event: React.FormEvent) => {
    event.preventDefault()
    const serial = words.trim()
    void navigate(serial ? `/cases?serial=${encodeURIComponent(serial)}` : '/cases')
    input.current?.blur()
  }
  return (
    <form className="find" role="search" onSubmit={search}>
      <Icon name="search" />
      <input
        ref={input} value={words} placeholder="按编号找办件" aria-label="按编号找办件" autoComplete="off"
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Escape') input.current?.blur() }}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}
