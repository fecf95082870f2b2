import { ulid } from 'ulid'
import { complaint } from '@xiangli/shared/complaint/case-type'
import { settingsOf } from '@xiangli/shared/casework/settings/as-type'
import { ambient } from '../../server/src/core/context'
import { takeIn } from '../../server/src/modules/casework/settings/current'
import { Settings } from '../../server/src/modules/casework/settings/settings.model'

/** Not in force while these cases live, so that they are filed under the first; a step may take a case to it. */
export const holdSecondVersion = async (): Promise<void> => {
  const settings = settingsOf(complaint)
  const doc = await Settings.add({
    _id: ulid(), county: ambient().county, type: complaint.name, version: 2, at: new Date(), effectiveFrom: new Date('2100-01-01T00:00:00Z'), reason: '试', differences: [],
    settings: {
      ...settings, ratingDays: 4, reopenDays: 4, reopenShare: 80, returnDays: 1, mostReopenings: 1,
      limits: { normal: { acceptMinutes: 210, totalMinutes: 4 * 420 }, urgent: { acceptMinutes: 60, totalMinutes: 2 * 1440 } },
      categories: settings.categories.map((each) => (each.code === 'water' ? { ...each, department: 'urban', limits: { acceptMinutes: 420, totalMinutes: 9 * 420 } } : each)),
    },
  })
  takeIn([doc])
}
