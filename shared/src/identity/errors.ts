import type { ErrorTable } from '../core/errors'

export const identityErrors = {
  'identity.badCode': { status: 422, text: '微信登录没有成功，请再试一次' },
  'identity.badPassword': { status: 422, text: '用户名或密码不对' },
  'identity.throttled': { status: 429, text: '试错次数太多，请 15 分钟后再试，或联系管理员' },
  'identity.loginAgain': { status: 409, text: '这次登录已完成，请重新登录' },
  'identity.suspended': { status: 403, text: '这个账号已停用，请联系本单位管理员' },
  'identity.demoOnly': { status: 404, text: '没有这个演示账号；请从登录页的名单里选，或用用户名和密码登录' },
} satisfies ErrorTable
