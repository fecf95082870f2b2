import Router from '@koa/router'
import { createFaults } from '../faults'
import { createApi } from './api'
import { createControl } from './control'
import { createPicker } from './picker'
import type { WechatOptions } from './world'
import { createWorld } from './world'

/** api.weixin.qq.com and a phone's WeChat in one, below `/wechat`. */
export const createWechatSimulator = (options: WechatOptions): Router => {
  const world = createWorld(options)
  const faults = createFaults()
  const router = new Router({ prefix: '/wechat' })
  for (const each of [createApi(world, faults.middleware), createPicker(world), createControl(world), faults.router]) {
    router.use(each.routes())
  }
  return router
}
