import { createHash } from 'node:crypto'
import type { Context } from 'koa'
import { gcjOf } from '@xiangli/shared/region/coordinates'
import type { PersonActor } from '@xiangli/shared/core/actor'
import { execute } from '../../core/execute'
import { newId } from '../../core/ids'
import { services } from '../../core/services'
import { actorOfKey } from '../../modules/open311'
import { regionById } from '../../modules/region'
import { readBytes } from '../read-body'
import { refuseGeo } from './answer'
import { needJurisdiction } from './jurisdiction'
import { degreesParam, oneOfParam } from './params'
import { isServiceCode } from './present'

const MOST_WORDS = 500
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Only the form the specification names: no XML is ever read, so none can be hostile. */
const readForm = async (ctx: Context): Promise<URLSearchParams> => {
  if (!ctx.is('application/x-www-form-urlencoded')) refuseGeo(400, 'Content-Type must be application/x-www-form-urlencoded')
  const bytes = await readBytes(ctx)
  try {
    return new URLSearchParams(utf8.decode(bytes))
  } catch {
    return refuseGeo(400, 'the body is not UTF-8')
  }
}

const needKey = async (given: URLSearchParams): Promise<PersonActor> => {
  const secret = oneOfParam(given, 'api_key') ?? refuseGeo(403, 'api_key was not provided')
  return (await actorOfKey(secret)) ?? refuseGeo(403, 'Invalid api_key received -- can\'t proceed with create_request.')
}

const pointOf = (given: URLSearchParams): [number, number] | undefined => {
  const [lat, long] = [degreesParam(given, 'lat', 90), degreesParam(given, 'long', 180)]
  if ((lat === undefined) !== (long === undefined)) refuseGeo(400, 'lat and long both need to be sent')
  return lat === undefined || long === undefined ? undefined : gcjOf([long, lat])
}

/** A point, words, or the id of a village as `address_id`. */
const placeOf = (given: URLSearchParams) => {
  const [point, words, villageId] = [pointOf(given), oneOfParam(given, 'address_string'), oneOfParam(given, 'address_id')]
  if (!point && !words && !villageId) refuseGeo(400, 'a location is required: lat & long, or address_string, or address_id')
  if (villageId && regionById(villageId)?.level !== 'village') refuseGeo(404, 'address_id was not found')
  if (words && words.length > 100) refuseGeo(400, 'address_string: at most 100 characters')
  return { ...(point ? { point } : {}), ...(villageId ? { villageId } : {}), ...(words ? { words } : {}) }
}

const wordsOf = (given: URLSearchParams): string => {
  const words = [oneOfParam(given, 'description'), oneOfParam(given, 'media_url')].filter(Boolean).join('\n')
  if (words.length > MOST_WORDS) refuseGeo(400, `description (with media_url): at most ${MOST_WORDS} characters`)
  return words || refuseGeo(400, 'description was not provided')
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The same key twice names the same request, so that a retry meets it and files nothing anew. */
const idOf = (actor: PersonActor, key: string | undefined): string => {
  if (!key) return newId()
  const bytes = createHash('sha256').update(`${actor.id}:${key}`).digest()
  return `0${[...bytes.subarray(0, 25)].map((byte) => LETTERS[byte % 32]).join('')}`
}

const SEALED_AT = { collection: 'open311', id: 'token', field: 'request' }

/** Holds the id itself, sealed: nothing to store, nothing to guess. */
const tokenOf = (caseId: string): string => services().vault.sealField(caseId, SEALED_AT)

export const idOfToken = (token: string): string => {
  try {
    return services().vault.openField(token, SEALED_AT)
  } catch {
    return refuseGeo(404, 'token was not found')
  }
}

export const postGeoRequest = async (ctx: Context) => {
  const given = await readForm(ctx)
  needJurisdiction(given)
  const actor = await needKey(given)
  const code = oneOfParam(given, 'service_code') ?? refuseGeo(400, 'service_code was not provided')
  if (!isServiceCode(code)) refuseGeo(404, 'service_code was not found')
  const key = ctx.get('idempotency-key') || undefined
  const caseId = idOf(actor, key)
  const input = { caseId, words: wordsOf(given), category: code, place: placeOf(given) }
  await execute({ operation: 'casework.submit', input, actor, key: key ?? caseId, trace: String(ctx.state.trace), address: ctx.ip })
  const named = oneOfParam(given, 'receipt') === 'token' ? { token: tokenOf(caseId) } : { service_request_id: caseId }
  return [{ ...named, service_notice: '已收到。公开以后可以用编号查到进展。', account_id: null }]
}
