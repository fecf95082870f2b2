import './kit.css'

export function Bones({ width = '100%', height = 14 }: { width?: number | string; height?: number }) {
  return <span className="bones" style={{ width, height }} />
}

const WIDTHS = ['62%', '78%', '54%', '70%', '66%', '48%']

export function RowsSkeleton({ rows = 8, height = 42 }: { rows?: number; height?: number }) {
  return (
    <div role="status" aria-label="正在载入">
      {Array.from({ length: rows }, (_, n) => (
        <div key={n} className="row" style={{ height, padding: '0 16px', gap: 16 }}>
          <Bones width={86} height={18} />
          <Bones width={WIDTHS[n % WIDTHS.length] ?? '60%'} />
        </div>
      ))}
    </div>
  )
}

/** Shown while a page's own code is on its way. */
export function PageSkeleton() {
  return (
    <div className="page">
      <div className="page-head"><Bones width={140} height={24} /></div>
      <div className="card fill"><RowsSkeleton rows={10} /></div>
    </div>
  )
}
