import { Input, Text, View } from '@tarojs/components'
import { SwitchRow } from '@/components/SwitchRow'
import { Tap } from '@/components/Tap'
import { useSession } from '@/services/session'
import { chooseVillage } from '@/features/region/choose'
import { write, type Draft, type Person } from '../draft'
import './ForPerson.scss'

const nobody: Person = { name: '', phone: '' }

interface FieldProps { id: string; label: string; value: string; placeholder: string; most: number; type?: 'text' | 'number'; onChange: (value: string) => void }

function Field({ id, label, value, placeholder, most, type = 'text', onChange }: FieldProps) {
  return (
    <View className="cell">
      <View className="b">{label}</View>
      <Input id={id} className="person-field" type={type} value={value} maxlength={most} placeholder={placeholder} aria-label={label} onInput={(event) => onChange(event.detail.value)} />
    </View>
  )
}

/** One calm switch; off, which it nearly always is, it asks for nothing. */
export function ForPerson({ draft }: { draft: Draft }) {
  const own = useSession((session) => session.me?.village)
  const { person } = draft
  const change = (to: Partial<Person>) => write({ person: { ...(person ?? nobody), ...to } })
  return (
    <View className="card list">
      <SwitchRow
        id="for-other" words="替别人反映" isOn={person !== undefined} onChange={(isOn) => write({ person: isOn ? nobody : undefined })}
        note={person ? '会写明是您代办的；72 小时内您或他都能撤销' : '家里老人、邻居没有手机，您可以替他说'}
      />
      {person && (
        <>
          <Field id="person-name" label="他叫什么" value={person.name} most={20} placeholder="比如：孙玉芬" onChange={(name) => change({ name })} />
          <Field id="person-phone" label="他的电话，可不填" type="number" value={person.phone} most={11} placeholder="没有电话就空着" onChange={(phone) => change({ phone })} />
          <Tap id="person-village" className="cell person-row" onTap={() => chooseVillage(({ id, name }) => change({ villageId: id, villageName: name }))}>
            <View className="grow"><View className="b">他住哪个村</View><View className="second">{person.villageName ?? (own ? `${own.name}，和您一样` : '还没有选')}</View></View>
            <Text className="link">{person.villageId ? '换' : '选村'}</Text>
          </Tap>
        </>
      )}
    </View>
  )
}
