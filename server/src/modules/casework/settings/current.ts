import type { CaseType } from '@xiangli/shared/casework/case-type'
import { settingsOf, typeAs } from '@xiangli/shared/casework/settings/as-type'
import { now as clock } from '../../../core/clock'
import { ambient, withAmbient } from '../../../core/context'
import { AppError } from '../../../core/fail'
import { newId } from '../../../core/ids'
import { describeError, log } from '../../../core/log'
import { watchCollections } from '../../../core/watch'
import { codedType, codedTypes, holdVersions } from '../types'
import { MOST_VERSIONS, newestSettings, Settings, type SettingsDoc } from './settings.model'

export const takeIn = (docs: readonly SettingsDoc[]): void => {
  for (const { county, type: name, version, effectiveFrom, settings } of docs) {
    const coded = codedType(name)
    if (coded) holdVersions(county, name, [{ version, effectiveFrom, type: typeAs(coded, { version, settings }) }])
  }
}

/** The first version is the code's own; of several processes that start at once, one writes it. */
const addFirst = async (type: CaseType): Promise<void> => {
  const first = {
    _id: newId(), county: ambient().county, type: type.name, version: type.version, at: clock(), effectiveFrom: new Date(0),
    reason: '随程序带来的一版，类别、时限照常见做法，可改', settings: settingsOf(type), differences: [],
  }
  await Settings.add(first).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'casework.settingsStale')) throw error
  })
}

const load = async (): Promise<void> => {
  for (const type of codedTypes()) {
    if (!(await newestSettings(type.name))) await addFirst(type)
    takeIn(await Settings.list({ type: type.name }, { sort: { version: -1, _id: -1 }, limit: MOST_VERSIONS, hint: 'settings_newest' }))
  }
}

const counties = new Set<string>()

const loadAgain = (): void => {
  for (const county of counties) {
    void withAmbient({ county }, load).catch((error: unknown) => log.warn({ county, error: describeError(error) }, 'settings not read'))
  }
}

/** A version published by another process is in this one's memory as soon as the database tells. */
export const startSettings = async (): Promise<void> => {
  counties.add(ambient().county)
  await watchCollections({
    names: [Settings.name],
    skipInsertsOf: [],
    onChange: (change) => {
      if (change.operationType === 'insert') takeIn([change.fullDocument as unknown as SettingsDoc])
    },
    onGap: loadAgain,
  })
  await load()
}
