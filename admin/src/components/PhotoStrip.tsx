import { Image } from 'antd'
import './kit.css'
import { shortTime } from './time-words'

export type Photo = { id: string; url: string; thumbUrl?: string; at?: string; alt: string }

type Props = { photos: Photo[]; isSmall?: boolean }

/** Photos in a row; a tap opens them full size, one after another. */
export function PhotoStrip({ photos, isSmall }: Props) {
  if (photos.length === 0) return null
  const height = isSmall ? 48 : photos.length === 1 ? 150 : 92
  return (
    <div className={isSmall ? 'photos small-size' : `photos of-${Math.min(photos.length, 3)}`}>
      <Image.PreviewGroup>
        {photos.map((photo) => (
          <figure key={photo.id}>
            <Image
              src={photo.thumbUrl ?? photo.url} preview={{ src: photo.url, mask: false }} alt={photo.alt}
              height={height} width={isSmall ? 76 : '100%'} loading="lazy"
            />
            {photo.at && !isSmall && <figcaption>{shortTime(photo.at)}</figcaption>}
          </figure>
        ))}
      </Image.PreviewGroup>
    </div>
  )
}
