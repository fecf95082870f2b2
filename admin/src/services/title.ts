import { useEffect } from 'react'

/** The tab says which page it is; several are often open side by side. */
export function useTitle(title: string | undefined) {
  useEffect(() => {
    document.title = title ? `${title} · 乡里` : '乡里'
  }, [title])
}
