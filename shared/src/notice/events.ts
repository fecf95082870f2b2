export const noticeEvents = {
  'notice.delivered': '有新消息',
} as const
