/** `合 3.5 小时` beside a length given in minutes; nothing where minutes say it better. */
export const inHours = (minutes: number): string => (minutes >= 60 && minutes % 30 === 0 ? `合 ${minutes / 60} 小时` : '')
