import type { Colour } from '@xiangli/shared/casework/states'

const fills = { green: 'var(--on-time-fill)', yellow: 'var(--soon-fill)', red: 'var(--overdue-fill)' }

/** Clock, triangle, diamond, two bars: readable without colour. */
export function DeadlineShape({ colour }: { colour: Colour }) {
  if (colour === 'red') return <Shape><path d="M6 0l6 6-6 6-6-6z" fill={fills.red} /></Shape>
  if (colour === 'yellow') return <Shape><path d="M6 .8L11.6 11H.4z" fill={fills.yellow} /></Shape>
  if (colour === 'green') {
    return (
      <Shape>
        <circle cx="6" cy="6" r="5.4" fill={fills.green} />
        <path d="M6 3v3.200l2 1.3" fill="none" stroke="var(--card)" strokeWidth="1.3" strokeLinecap="round" />
      </Shape>
    )
  }
  if (colour === 'paused') {
    return <Shape><path d="M3.5 2v8M8.5 2v8" stroke="currentColor" strokeWidth="2.2" /></Shape>
  }
  return <Shape><circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" /></Shape>
}

function Shape({ children }: { children: React.ReactNode }) {
  return <svg viewBox="0 0 12 12" aria-hidden="true">{children}</svg>
}
