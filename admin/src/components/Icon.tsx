const paths = {
  home: 'M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  map: 'M9 4L4 6v14l5-2 6 2 5-2V4l-5 2zM9 4v14M15 6v14',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8M8 14h.01M12 14h.01M16 14h.01M8 17h.01M12 17h.01',
  journal: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0113 0c0 5-6.5 11-6.5 11zM12 8a2 2 0 100 4 2 2 0 000-4z',
  down: 'M6 9l6 6 6-6',
  left: 'M15 6l-6 6 6 6',
  right: 'M9 6l6 6-6 6',
  search: 'M11 4a7 7 0 100 14 7 7 0 000-14zM16.2 16.2L20 20',
  bell: 'M6 17V11a6 6 0 1112 0v6l1.5 1.5h-15zM10 21h4',
  moon: 'M19 14.5A8 8 0 119.5 5a6.5 6.5 0 009.5 9.5z',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 3v1.5M12 19.5V21M4.9 4.9l1.1 1.1M18 18l1.1 1.1M3 12h1.5M19.5 12H21M4.9 19.1L6 18M18 6l1.1-1.1',
  leave: 'M14 5H6v14h8M10 12h10M16 8l4 4-4 4',
  person: 'M12 4a4 4 0 100 8 4 4 0 000-8zM4.5 20c.8-3.8 3.8-5.5 7.5-5.5s6.7 1.7 7.5 5.5',
  people: 'M9 5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM2.5 19c.6-3.4 3.1-5 6.5-5s5.9 1.6 6.5 5M16 5.3a3.5 3.5 0 010 6.4M18 14.5c2 .6 3.2 2.1 3.5 4.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3M12 15v2',
  eye: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 9.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z',
  play: 'M8 5l11 7-11 7z',
  pause: 'M8 5v14M16 5v14',
  microphone: 'M12 3a3 3 0 00-3 3v5a3 3 0 006 0V6a3 3 0 00-3-3zM6 11a6 6 0 0012 0M12 17v4',
  photo: 'M4 6h16v13H4zM4 16l5-5 4 4 2-2 5 5M15.5 9.5h.01',
  phone: 'M6 3h3l2 5-2.5 1.5a11 11 0 006 6L16 13l5 2v3a2 2 0 01-2.2 2A16 16 0 014 5.2 2 2 0 016 3z',
  signal: 'M4 10a11 11 0 0116 0M7 13.5a7 7 0 0110 0M10 17a3 3 0 014 0M12 19.5h.01',
  chart: 'M4 20h16M7 20v-6M12 20V6M17 20V10',
  columns: 'M4 5h16v14H4zM10 5v14M15 5v14',
  filter: 'M4 5h16l-6 7.5V19l-4-2v-4.5z',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  refresh: 'M19 8a8 8 0 10.9 6M19.5 3.5V8H15',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  route: 'M4 8h14l-4-4M20 16H6l4 4',
  note: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  message: 'M4 5h16v11H10l-4 4v-4H4z',
  clock: 'M12 4a8 8 0 100 16 8 8 0 000-16zM12 8v4.5l3 2',
  stop: 'M12 4a8 8 0 100 16 8 8 0 000-16zM6.5 6.5l11 11',
  hand: 'M7 12V6.5a1.5 1.5 0 013 0V11V5a1.5 1.5 0 013 0v6V6a1.5 1.5 0 013 0v7a6 6 0 01-6 7c-3 0-4.5-2-6-5l-1-2a1.5 1.5 0 012.5-1.5z',
  download: 'M12 4v10M8 10.5l4 4 4-4M5 19h14',
  expand: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  layers: 'M12 4l9 5-9 5-9-5zM3 14l9 5 9-5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  shield: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4',
  cut: 'M3 4l18 16M4 10a11 11 0 014-2.6M12 7a11 11 0 018 3M7 13.5a7 7 0 013-1.7M10 17a3 3 0 014 0M12 19.5h.01',
  warning: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  star: 'M12 4l2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.7 9.6 9z',
} as const

export type IconName = keyof typeof paths

type Props = { name: IconName; isLarge?: boolean }

export function Icon({ name, isLarge }: Props) {
  return (
    <svg className={isLarge ? 'icon large' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
