import { z } from 'zod'
import { command, query } from '../core/contract'
import { Id, Instant, oneOf, RegionId, text, UnitId } from '../core/fields'

export const AppointmentView = z.object({
  id: Id,
  role: z.string(),
  roleLabel: z.string(),
  unitId: UnitId,
  unitName: z.string(),
  regionId: RegionId,
  regionName: z.string(),
  regionPath: z.string(),
})

export const Me = z.object({
  id: Id,
  name: z.string(),
  /** 138****5678 */
  phone: z.string().optional(),
  village: z.object({ id: RegionId, name: z.string(), townName: z.string() }).optional(),
  appointments: z.array(AppointmentView),
  /** Operations some appointment grants; draws menus only, the server decides again on each record. */
  operations: z.array(z.string()),
})
export type Me = z.infer<typeof Me>

/** `token` is for the mini-program's bearer header; the browser gets an httpOnly cookie besides. */
export const SignedIn = z.object({ token: z.string(), expiresAt: Instant, me: Me })
export type SignedIn = z.infer<typeof SignedIn>

const TeamPost = z.object({
  post: z.string(),
  label: z.string(),
  compulsory: z.boolean(),
  holders: z.array(z.object({ name: z.string(), unitName: z.string() })),
})

export const identityContract = {
  'identity.loginByWechat': command({
    summary: '村民登录：wx.login 的 code 换会话',
    input: z.object({ code: z.string().min(1).max(200) }),
    output: SignedIn,
    errors: ['identity.badCode', 'identity.loginAgain', 'identity.suspended', 'core.unavailable'],
  }),
  'identity.loginByPassword': command({
    summary: '工作人员登录：用户名和密码',
    input: z.object({ username: z.string().trim().min(1).max(64), password: z.string().min(1).max(200) }),
    output: SignedIn,
    errors: ['identity.badPassword', 'identity.throttled', 'identity.loginAgain', 'identity.suspended'],
    sensitive: true,
  }),
  'identity.loginDemo': command({
    summary: '演示：按用户名一键登录工作人员（只在演示数据里有）',
    input: z.object({ username: z.string().min(1).max(64) }),
    output: SignedIn,
    errors: ['identity.demoOnly', 'identity.loginAgain', 'identity.suspended'],
  }),
  'identity.logout': command({ summary: '退出登录', input: z.object({}), output: z.object({}), errors: [] }),
  'identity.getMe': query({ scope: 'own', summary: '我是谁、在哪任职', input: z.object({}), output: Me, errors: [] }),
  'identity.bindVillage': command({
    summary: '选定我的村（社区）',
    input: z.object({ villageId: RegionId }),
    output: Me,
    errors: ['region.unknown'],
  }),
  'identity.updateProfile': command({
    summary: '填写称呼和手机号（手机号加密保存，只有办理您事情的人能看到）',
    input: z.object({
      name: text(20).optional(),
      phone: z.string().regex(/^1\d{10}$/, '请填 11 位手机号').optional(),
    }),
    output: Me,
    errors: [],
  }),
  'identity.listDemoAccounts': query({
    scope: 'public',
    summary: '演示账号（正式环境为空）',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ username: z.string(), name: z.string(), title: z.string(), regionName: z.string() })),
    }),
    errors: [],
  }),
  'identity.listTeam': query({
    scope: 'staff',
    summary: '一个村（社区）或网格的网格团队：十类岗位、是否必配、谁在任',
    input: z.object({ regionId: RegionId }),
    output: z.object({ items: z.array(TeamPost) }),
    errors: ['region.unknown'],
  }),
  'identity.sweepSessions': command({
    summary: '清理过期会话（系统）',
    input: z.object({ dry: z.boolean().default(false) }),
    output: z.object({ removed: z.number().int() }),
    errors: [],
  }),
}

export const LoginKind = oneOf(['wechat', 'password', 'demo'])
