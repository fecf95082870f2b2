import { Text, View } from '@tarojs/components'
import { pickPhotos, type PickedPhoto } from '@/services/camera'
import { tell } from '@/services/tell'
import { Icon } from './Icon'
import { Photo } from './Photo'
import { Tap } from './Tap'
import './PhotoPicker.scss'

interface PhotoPickerProps {
  photos: readonly PickedPhoto[]
  onChange: (photos: PickedPhoto[]) => void
  most?: number
  words?: string
}

export function PhotoPicker({ photos, onChange, most = 9, words = '拍照片' }: PhotoPickerProps) {
  const add = async () => {
    const outcome = await pickPhotos(most - photos.length)
    if (outcome.picked.length > 0) onChange([...photos, ...outcome.picked])
    if (outcome.refusal) tell(outcome.refusal)
  }
  return (
    <View className="picker">
      {photos.map((photo, index) => (
        <View key={photo.ref} className="picker-one">
          <Photo url={photo.url} label={`照片 ${index + 1}`} />
          <Tap className="picker-remove" label={`删掉照片 ${index + 1}`} onTap={() => onChange(photos.filter((each) => each.ref !== photo.ref))}>
            <View className="picker-cross"><Icon name="close" size="xs" /></View>
          </Tap>
        </View>
      ))}
      {photos.length < most && (
        <Tap id="add-photo" className="picker-one picker-add" label={words} onTap={() => void add()}>
          <Icon name="camera" size="l" /><Text>{words}</Text>
        </Tap>
      )}
    </View>
  )
}
