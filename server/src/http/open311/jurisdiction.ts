import { services } from '../../core/services'
import { refuseGeo } from './answer'
import { oneOfParam } from './params'

/** One county is served here, so it may be left out; another is not found. */
export const needJurisdiction = (given: URLSearchParams): void => {
  const asked = oneOfParam(given, 'jurisdiction_id')
  if (asked !== undefined && asked !== services().config.county) refuseGeo(404, 'jurisdiction_id provided was not found')
}
