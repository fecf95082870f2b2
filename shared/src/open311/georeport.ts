import { z } from 'zod'

/**
 * The field tables of Open311 GeoReport v2 (https://wiki.open311.org/GeoReport_v2, sections "GET Service List",
 * "GET Service Definition", "POST Service Request", "GET service_request_id from a token", "GET Service Requests",
 * and "Errors") and of https://wiki.open311.org/Service_Discovery, written down as schemas. "May not be returned"
 * is null here, an empty element in XML. `extended_attributes` is an extension of ours.
 */
const W3Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
const Text = z.string().max(4000)

export const GeoService = z.strictObject({
  service_code: z.string().min(1),
  service_name: z.string().min(1),
  description: Text,
  metadata: z.boolean(),
  type: z.enum(['realtime', 'batch', 'blackbox']),
  keywords: z.string(),
  group: z.string(),
})
export type GeoService = z.infer<typeof GeoService>

export const GeoServiceDefinition = z.strictObject({
  service_code: z.string().min(1),
  attributes: z.array(
    z.strictObject({
      variable: z.boolean(),
      code: z.string().min(1),
      datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
      required: z.boolean(),
      datatype_description: z.string().nullable(),
      order: z.number().int().positive(),
      description: z.string(),
      values: z.array(z.strictObject({ key: z.string(), name: z.string() })),
    }),
  ),
})

export const GeoRequest = z.strictObject({
  service_request_id: z.string().min(1),
  status: z.enum(['open', 'closed']),
  status_notes: z.string().nullable(),
  service_name: z.string().nullable(),
  service_code: z.string().nullable(),
  description: Text.nullable(),
  agency_responsible: z.string().nullable(),
  service_notice: z.string().nullable(),
  requested_datetime: W3Instant,
  updated_datetime: W3Instant,
  expected_datetime: W3Instant.nullable(),
  address: z.string().nullable(),
  address_id: z.string().nullable(),
  zipcode: z.string().nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  long: z.number().min(-180).max(180).nullable(),
  media_url: z.string().nullable(),
  extended_attributes: z
    .strictObject({
      serial: z.string(),
      status: z.string(),
      photos: z.array(z.string()),
      updates: z.array(z.strictObject({ datetime: W3Instant, status: z.string(), description: z.string() })),
      comment: z.string().nullable(),
    })
    .optional(),
})
export type GeoRequest = z.infer<typeof GeoRequest>

/** Of id and token one only. */
export const GeoPosted = z.strictObject({
  service_request_id: z.string().min(1).optional(),
  token: z.string().min(1).optional(),
  service_notice: z.string().nullable(),
  account_id: z.string().nullable(),
}).refine(({ service_request_id: id, token }) => (id === undefined) !== (token === undefined))
export const GeoToken = z.strictObject({ service_request_id: z.string().min(1), token: z.string().min(1) })
export const GeoError = z.strictObject({ code: z.number().int(), description: z.string().min(1) })

export const GeoDiscovery = z.strictObject({
  changeset: W3Instant,
  contact: z.string(),
  key_service: z.string(),
  endpoints: z.array(z.strictObject({
    specification: z.literal('http://wiki.open311.org/GeoReport_v2'), url: z.string(), changeset: W3Instant, type: z.enum(['production', 'test']), formats: z.array(z.enum(['text/xml', 'application/json'])),
  })),
})
