import { coreErrors, type ErrorTable } from '../core/errors'
import { calendarErrors } from '../calendar/errors'
import { caseworkErrors } from '../casework/errors'
import { dutyErrors } from '../duty/errors'
import { fileErrors } from '../file/errors'
import { handoverErrors } from '../handover/errors'
import { hotlineErrors } from '../hotline/errors'
import { identityErrors } from '../identity/errors'
import { open311Errors } from '../open311/errors'
import { noticeErrors } from '../notice/errors'
import { regionErrors } from '../region/errors'
import { registryErrors } from '../registry/errors'
import { statsErrors } from '../stats/errors'

/** Every error code there is, with its status and Chinese text. */
export const errors = {
  ...coreErrors,
  ...calendarErrors,
  ...fileErrors,
  ...regionErrors,
  ...registryErrors,
  ...identityErrors,
  ...dutyErrors,
  ...noticeErrors,
  ...caseworkErrors,
  ...handoverErrors,
  ...open311Errors,
  ...hotlineErrors,
  ...statsErrors,
} satisfies ErrorTable

export type ErrorCode = keyof typeof errors
