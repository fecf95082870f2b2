import { CallError } from '@xiangli/shared/catalog/call'
import { useEffect, useRef } from 'react'
import { Icon } from '../../../components/Icon'
import { uploadPhoto } from '../../../services/call'
import './photo-picker.css'

export type PickedPhoto = { key: string; preview: string; stage: 'sending' | 'sent' | 'failed'; fileId?: string; problem?: string }

type Props = { photos: PickedPhoto[]; onChange: (photos: PickedPhoto[]) => void }

const MOST = 9
let picked = 0

/** Photos go up as soon as they are chosen, so that sending the words later takes no time. */
export function PhotoPicker({ photos, onChange }: Props) {
  const latest = useRef(photos)
  latest.current = photos
  const set = (next: PickedPhoto[]) => {
    latest.current = next
    onChange(next)
  }
  useEffect(() => () => latest.current.forEach((photo) => URL.revokeObjectURL(photo.preview)), [])

  const change = (key: string, to: Partial<PickedPhoto>) =>
    set(latest.current.map((photo) => (photo.key === key ? { ...photo, ...to } : photo)))
  const send = async (key: string, file: File) => {
    try {
      const sent = await uploadPhoto(file)
      change(key, { stage: 'sent', fileId: sent.id })
    } catch (error) {
      change(key, { stage: 'failed', problem: error instanceof CallError ? error.message : '没有传上去' })
    }
  }
  const add = (files: FileList | null) => {
    const chosen = [...(files ?? [])].slice(0, MOST - latest.current.length)
    const fresh = chosen.map((file) => ({ file, photo: { key: `p${(picked += 1)}`, preview: URL.createObjectURL(file), stage: 'sending' as const } }))
    set([...latest.current, ...fresh.map((each) => each.photo)])
    fresh.forEach((each) => void send(each.photo.key, each.file))
  }
  const problem = photos.find((photo) => photo.problem)?.problem
  return (
    <div>
      <div className="picker">
        {photos.map((photo) => (
          <figure key={photo.key} className={photo.stage}>
            <img src={photo.preview} alt="要带上的照片" />
            {photo.stage !== 'sent' && <figcaption>{photo.stage === 'sending' ? '正在传' : '没传上'}</figcaption>}
            <button type="button" aria-label="不要这张" onClick={() => set(photos.filter((each) => each.key !== photo.key))}><Icon name="close" /></button>
          </figure>
        ))}
        {photos.length < MOST && (
          <label className="picker-add">
            <Icon name="photo" isLarge />加照片
            <input type="file" accept="image/*" multiple onChange={(event) => { add(event.target.files); event.target.value = '' }} />
          </label>
        )}
      </div>
      {problem && <p className="tiny picker-problem" role="alert">{problem}</p>}
    </div>
  )
}
