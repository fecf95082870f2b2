import Taro from '@tarojs/taro'
import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { absolute } from '@/services/origin'
import { Icon } from './Icon'
import { Tap } from './Tap'
import './Photo.scss'

interface PhotoProps {
  url: string
  /** Said aloud; what the photo is of, or where it stands in a row. */
  label: string
  caption?: string
  onTap?: () => void
}

/** A picture that says so when it cannot be had, instead of leaving a hole. */
export function Photo({ url, label, caption, onTap }: PhotoProps) {
  const [failed, setFailed] = useState(false)
  return (
    <Tap className="photo" role={onTap ? 'button' : 'img'} label={label} onTap={onTap}>
      {failed
        ? <View className="photo-lost"><Icon name="camera" /></View>
        : url !== '' && <Image className="photo-img" src={absolute(url)} mode="aspectFill" lazyLoad nativeProps={{ alt: label }} onError={() => setFailed(true)} />}
      {caption && <Text className="photo-cap">{caption}</Text>}
    </Tap>
  )
}

interface Shown {
  id: string
  url: string
  thumbUrl?: string
}

interface PhotoRowProps {
  photos: readonly Shown[]
  captions?: readonly string[]
}

export function PhotoRow({ photos, captions = [] }: PhotoRowProps) {
  if (photos.length === 0) return null
  const urls = photos.map((photo) => absolute(photo.url))
  return (
    <View className={`photos of-${Math.min(photos.length, 3)}`}>
      {photos.map((photo, index) => (
        <Photo
          key={photo.id} url={photo.thumbUrl ?? photo.url} label={`照片 ${index + 1}，点开看大图`} caption={captions[index]}
          onTap={() => void Taro.previewImage({ urls, current: absolute(photo.url) })}
        />
      ))}
    </View>
  )
}

/** What stands in a list where a photo would: the photo, the length of a voice note, or a plain sign. */
export function Thumb({ url, voiceSeconds, label }: { url?: string; voiceSeconds?: number; label: string }) {
  if (url) return <View className="thumb"><Photo url={url} label={label} /></View>
  return (
    <View className="thumb sign">
      <Icon name={voiceSeconds ? 'mic' : 'message'} />
      {voiceSeconds !== undefined && <Text>{Math.round(voiceSeconds)}″</Text>}
    </View>
  )
}
