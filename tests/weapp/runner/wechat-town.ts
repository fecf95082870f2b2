import { aTown, type Person, type Town } from '@xiangli/server/testing'
import type { RoleName } from '@xiangli/shared/core/roles'
import { ulid } from 'ulid'
import { startSimulators } from '../../../server/src/simulators/start-simulators'
import { speakAs } from '../../../server/src/testing/person'

export interface WechatTown {
  town: Town
  /** Somebody with a WeChat who has never been here. */
  newcomer: (nickname: string) => Promise<string>
  /** Somebody with a post, known by their WeChat. */
  official: (name: string, role: RoleName, regionId: string) => Promise<string>
  stop: () => Promise<void>
}

const APP = { appId: 'wx00000000000test0', appSecret: 'secret-of-the-tests' }

/** A town whose people come by WeChat: the simulator beside the server, as in the demo. */
export async function aWechatTown(): Promise<WechatTown> {
  const simulators = await startSimulators({ port: 0, wechat: APP })
  const town = await aTown({
    env: { SIMULATORS_PORT: new URL(simulators.url).port, WECHAT_API_BASE: `${simulators.url}/wechat`, WECHAT_APP_ID: APP.appId, WECHAT_APP_SECRET: APP.appSecret },
  })
  const ask = async <T>(path: string, body: object): Promise<T> => {
    const answer = await fetch(`${simulators.url}/wechat/picker/${path}`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
    })
    return (await answer.json()) as T
  }
  const newcomer = async (nickname: string): Promise<string> => (await ask<{ openid: string }>('people', { nickname })).openid
  const official = async (name: string, role: RoleName, regionId: string): Promise<string> => {
    const openid = await newcomer(name)
    const { code } = await ask<{ code: string }>('login', { openid })
    const { token, me } = await town.anonymous.call('identity.loginByWechat', { code }, { key: ulid() })
    await speakAs(town.url, token).call('identity.updateProfile', { name, phone: '13993354321' }, { key: ulid() })
    await town.alsoAppoint({ id: me.id } as Person, { role, regionId })
    return openid
  }
  return { town, newcomer, official, stop: async () => { await town.stop(); await simulators.stop() } }
}
