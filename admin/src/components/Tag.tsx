import './kit.css'

export type TagTone = 'plain' | 'primary' | 'strong' | 'edit' | 'soon'

export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: React.ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>
}
