export const identityEvents = {
  'identity.appointmentChanged': '某人的任职变了，他的权限立即随之改变',
} as const
