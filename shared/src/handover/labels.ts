import type { Group } from './rules'

export const groupLabels: Record<Group, string> = { urgent: '紧急', red: '已超期', yellow: '快到期', promised: '答应过群众的', watched: '接着盯的' }
