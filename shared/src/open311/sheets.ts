import { instantOrNothing, type Sheet } from '../core/sheet'
import type { ApiKey } from './contract'

export const keySheet: Sheet<ApiKey> = {
  name: '接口密钥',
  columns: [
    { title: '给哪个系统', width: 30, value: (row) => row.name },
    { title: '末四位', width: 8, value: (row) => row.ending },
    { title: '发出', width: 18, value: (row) => new Date(row.issuedAt) },
    { title: '谁发的', width: 12, value: (row) => row.issuedByName },
    { title: '吊销', width: 18, value: (row) => instantOrNothing(row.revokedAt) },
    { title: '吊销的理由', width: 30, value: (row) => row.reason },
  ],
}
