import { z } from 'zod'
import { command, query } from '../core/contract'
import { Cursor, Id, oneOf, page, PageSize, RegionId, text } from '../core/fields'

/** A resident, masked: 王**, 620821**********34, 138****5678. */
export const Resident = z.object({
  id: Id,
  name: z.string(),
  sex: oneOf(['male', 'female']),
  birthYear: z.number().int(),
  idNumber: z.string(),
  phone: z.string().optional(),
  householdId: Id,
  relation: z.string(),
  villageId: RegionId,
  villageName: z.string(),
})
export type Resident = z.infer<typeof Resident>

export const Household = z.object({
  id: Id,
  number: z.string(),
  villageId: RegionId,
  villageName: z.string(),
  headName: z.string(),
  size: z.number().int(),
})

export const registryContract = {
  'registry.listResidents': query({
    scope: 'staff',
    summary: '居民名册（默认遮盖）；words 为完整身份证号、完整手机号或姓名开头',
    input: z.object({
      regionId: RegionId.optional(),
      words: text(30).optional(),
      householdId: Id.optional(),
      limit: PageSize,
      cursor: Cursor.optional(),
    }),
    output: page(Resident),
    errors: [],
  }),
  'registry.listHouseholds': query({
    scope: 'staff',
    summary: '户册',
    input: z.object({ regionId: RegionId.optional(), limit: PageSize, cursor: Cursor.optional() }),
    output: page(Household),
    errors: [],
  }),
  'registry.revealResident': command({
    summary: '查看一位居民的完整信息；须写明理由，记入日志',
    input: z.object({ residentId: Id, reason: text(200) }),
    output: Resident,
    errors: [],
    sensitive: true,
  }),
}
