import { isIPv6 } from 'node:net'

const groupsOf = (part: string): string[] => part.split(':').filter(Boolean)

/**
 * A caller as throttles know them. An IPv6 address stands for its /64: one household or handset owns all of
 * that, and counted one by one each address would be a fresh start, and a row in memory.
 */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [left = [], tail] = plain.split('::').map(groupsOf)
  const zeros = Array.from({ length: tail ? Math.max(0, 8 - left.length - tail.length) : 0 }, () => '0')
  const network = [...left, ...zeros, ...(tail ?? [])].slice(0, 4)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
