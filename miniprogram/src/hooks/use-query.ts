import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallError } from '@xiangli/shared/catalog/call'
import type { InputOf, OutputOf, QueryName } from '@xiangli/shared/catalog/contracts'
import { call } from '@/services/call'
import { onEvent } from '@/services/live'
import { asCallError } from '@/services/request'
import { recall, remember } from '@/services/seen'

export interface Queried<T> {
  data?: T
  /** Set when the last try failed; `data` may still hold what was seen before. */
  error?: CallError
  isLoading: boolean
  reload: () => Promise<void>
  /** Puts in what a command has just answered. */
  replace: (data: T) => void
}

interface Settings {
  isOff?: boolean
  /** Pushed events after which the answer may be another. */
  on?: (event: { event: string; id: string }) => boolean
}

/** Shows what was seen last at once, asks again whenever the page is shown or an event says so. */
export function useQuery<N extends QueryName>(operation: N, input: InputOf<N>, { isOff = false, on }: Settings = {}): Queried<OutputOf<N>> {
  const key = `${operation} ${JSON.stringify(input)}`
  const [state, setState] = useState<{ key: string; data?: OutputOf<N>; error?: CallError }>(() => ({ key, data: recall(key) }))
  const asked = useRef(0)
  const shown = useRef(false)

  const reload = useCallback(async () => {
    if (isOff) return
    const turn = ++asked.current
    try {
      const data = await call(operation, JSON.parse(key.slice(operation.length + 1)) as InputOf<N>)
      if (turn !== asked.current) return
      remember(key, data)
      setState({ key, data })
    } catch (cause) {
      if (turn === asked.current) setState((before) => ({ key, data: before.key === key ? before.data : recall(key), error: asCallError(cause) }))
    }
  }, [isOff, key, operation])

  useEffect(() => { void reload() }, [reload])
  useDidShow(() => { if (shown.current) void reload(); shown.current = true })
  useEffect(() => on && onEvent((event) => { if (on(event)) void reload() }), [on, reload])

  const isCurrent = state.key === key
  const data = isCurrent ? state.data : recall<OutputOf<N>>(key)
  const error = isCurrent ? state.error : undefined
  return { data, error, isLoading: data === undefined && !error && !isOff, reload, replace: (next) => { remember(key, next); setState({ key, data: next }) } }
}
