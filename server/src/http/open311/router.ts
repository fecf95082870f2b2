import Router from '@koa/router'
import type { Context } from 'koa'
import { withAmbient } from '../../core/context'
import { networkOf } from '../../core/network'
import { limitRate } from '../../core/rate-limit'
import { services } from '../../core/services'
import { anonymous } from '../authenticate'
import { answerGeo, answerRefusal, refuseGeo, type Format } from './answer'
import { discovery, docsPage } from './docs'
import { needJurisdiction } from './jurisdiction'
import { idOfToken, postGeoRequest } from './post'
import { geoServices, isServiceCode } from './present'
import { getGeoRequest, goToMedia, listGeoRequests } from './requests'

interface Answer {
  root: string
  value: unknown
}

/** By the ending of the address; without one XML, unless JSON is what the caller accepts. */
const formatOf = (ctx: Context): Format => {
  const named = /\.(json|xml)$/.exec(ctx.path)?.[1] as Format | undefined
  return named ?? (ctx.accepts('xml', 'json') === 'json' ? 'json' : 'xml')
}

const idIn = (ctx: Context): string => String(ctx.params.id).replace(/\.(json|xml)$/, '')

type Work = (ctx: Context) => Promise<Answer | undefined> | Answer

const answering = (work: Work) => async (ctx: Context): Promise<void> => {
  const format = formatOf(ctx)
  ctx.set('Access-Control-Allow-Origin', '*')
  try {
    await limitRate(anonymous(), networkOf(ctx.ip))
    if (ctx.method !== 'POST') needJurisdiction(new URLSearchParams(ctx.querystring))
    const answer = await withAmbient({ county: services().config.county }, () => work(ctx))
    if (answer) answerGeo(ctx, { format, ...answer })
  } catch (error) {
    answerRefusal(ctx, format, error)
  }
}

const requests = (value: unknown): Answer => ({ root: 'service_requests', value })

const definition = (ctx: Context): Answer => {
  const code = idIn(ctx)
  if (!isServiceCode(code)) refuseGeo(404, 'service_code provided was not found')
  return { root: 'service_definition', value: { service_code: code, attributes: [] } }
}

const tokenAnswer = (ctx: Context): Answer => {
  const token = idIn(ctx)
  return requests([{ service_request_id: idOfToken(token), token }])
}

/** Open311 GeoReport v2; what it leaves open is told on its page. */
export const open311Router = (): Router => {
  const router = new Router({ prefix: '/open311/v2' })
  const both = (path: string): string[] => [path, `${path}.json`, `${path}.xml`]
  router.get('/', docsPage)
  router.get('/docs', docsPage)
  router.get(both('/discovery'), answering((ctx) => ({ root: 'discovery', value: discovery(ctx.origin) })))
  router.get(both('/services'), answering(() => ({ root: 'services', value: geoServices() })))
  router.get('/services/:id', answering(definition))
  router.get(both('/requests'), answering(async (ctx) => requests(await listGeoRequests(ctx))))
  router.post(both('/requests'), answering(async (ctx) => requests(await postGeoRequest(ctx))))
  router.get('/requests/:id', answering(async (ctx) => requests(await getGeoRequest(ctx, idIn(ctx)))))
  router.get('/tokens/:id', answering(tokenAnswer))
  router.get('/media/:id/:number.jpg', answering(async (ctx) => {
    await goToMedia(ctx, String(ctx.params.id), String(ctx.params.number))
    return undefined
  }))
  router.all('/{*rest}', answering(() => refuseGeo(404, 'no such resource')))
  return router
}
