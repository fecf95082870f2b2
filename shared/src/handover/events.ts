export const handoverEvents = {
  'handover.signed': '上一班签了交班，等下一班接',
  'handover.accepted': '下一班签字接班',
  'handover.watched': '有一件事要接着盯，或答应了群众',
  'handover.rang': '没人接班签字，紧急事项仍催上一班',
} as const
