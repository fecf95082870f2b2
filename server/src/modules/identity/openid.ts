import { services } from '../../core/services'

export const openidIndexOf = (openid: string): string => services().vault.blindIndex(openid, 'openid')
export const sealOpenid = (accountId: string, openid: string): string =>
  services().vault.sealField(openid, { collection: 'accounts', id: accountId, field: 'openid' })
