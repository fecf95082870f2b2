import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { PushedEvent } from '@xiangli/shared/catalog/events'
import type { Socket } from 'socket.io-client'
import { useSyncExternalStore } from 'react'
import { csrfToken } from './csrf'

/** `dropped`: too many pages of this account are open, and this one is told no more. */
export type Line = 'off' | 'connecting' | 'live' | 'lost' | 'dropped'

const GATHER = 400
const AGAIN = 5_000
const listeners = new Set<() => void>()
let line: Line = 'off'
let socket: Socket | undefined
let waiting: PushedEvent[] = []
let timer: ReturnType<typeof setTimeout> | undefined

function become(next: Line) {
  if (line === next) return
  line = next
  listeners.forEach((listener) => listener())
}

/** Which cached answers an event makes doubtful. */
function isTouched(key: QueryKey, events: PushedEvent[]): boolean {
  const [operation, input] = key as [string, { caseId?: string } | undefined]
  const domain = operation.split('.')[0]
  return events.some((each) => {
    if (each.event.startsWith('identity.')) return true
    if (!each.event.startsWith(`${domain}.`)) return false
    return input?.caseId === undefined || input.caseId === each.id
  })
}

function refresh(client: QueryClient) {
  const events = waiting
  waiting = []
  timer = undefined
  void client.invalidateQueries({ predicate: (query) => isTouched(query.queryKey, events) })
}

/** Events carry no content: what is shown is asked for again, in one go for a burst of them. */
export async function openSocket(client: QueryClient) {
  if (socket) return
  become('connecting')
  const { io } = await import('socket.io-client')
  if (socket) return
  // Asked for at each connect: a line taken up again after another sign-in carries the new value.
  socket = io({ path: '/socket.io', withCredentials: true, auth: (give) => give({ csrf: csrfToken() }) })
  socket.on('event', (event: PushedEvent) => {
    waiting.push(event)
    timer ??= setTimeout(() => refresh(client), GATHER)
  })
  // The server itself may have missed events while its database was away.
  socket.on('refetch', () => void client.invalidateQueries())
  socket.on('connect', () => {
    if (line === 'lost') void client.invalidateQueries()
    become('live')
  })
  socket.on('dropped', () => become('dropped'))
  socket.on('disconnect', (reason) => {
    // Coming back would only drop the next page: all would take turns for ever.
    if (line === 'dropped') return
    become('lost')
    // Rights have changed: who I am is asked again, and the new rooms are joined.
    if (reason === 'io server disconnect') comeBack(client)
  })
  socket.on('connect_error', () => {
    become('lost')
    if (!socket?.active) comeBack(client)
  })
}

/** A line the server refused is not taken up again by the library itself. */
function comeBack(client: QueryClient) {
  setTimeout(() => {
    void client.invalidateQueries()
    socket?.connect()
  }, AGAIN)
}

export function closeSocket() {
  socket?.close()
  socket = undefined
  become('off')
}

export function useLine(): Line {
  return useSyncExternalStore(
    (listener) => { listeners.add(listener); return () => listeners.delete(listener) },
    () => line,
  )
}
