import type { FileView } from '@xiangli/shared/file/contract'
import { PhotoStrip } from '../../../../components/PhotoStrip'
import './public.css'

type Props = { summary: string; answer: string; place: string; category: string; photos: FileView[] }

/** As everybody will read it. */
export function PublicPreview({ summary, answer, place, category, photos }: Props) {
  return (
    <section className="public-preview" aria-label="大家看到的样子">
      <p className="tiny second">大家看到的样子</p>
      <p><b>{summary.trim() || '（还没有摘要）'}</b></p>
      <p className="small second">{category}，{place}</p>
      {answer.trim() && <p className="small">答复：{answer.trim()}</p>}
      <PhotoStrip isSmall photos={photos.map((photo, index) => ({ id: photo.id, url: photo.url, ...(photo.thumbUrl ? { thumbUrl: photo.thumbUrl } : {}), alt: `照片 ${index + 1}` }))} />
    </section>
  )
}
