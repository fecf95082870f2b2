import { expect, test } from '@jest/globals'
import { networkOf } from './network'

test.each([
  ['an address of version 4 is itself', '203.0.113.9', '203.0.113.9'],
  ['as is one wrapped in version 6', '::ffff:203.0.113.9', '203.0.113.9'],
  ['of version 6 the network', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['however it is written', '2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['with zeros left out in the network', '2001:db8::5:6:7:8', '2001:db8:0:0::/64'],
  ['our own machine', '::1', '0:0:0:0::/64'],
  ['with a zone', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['what is no address stays', 'unknown', 'unknown'],
])('%s', (_what, ip, network) => expect(networkOf(ip)).toBe(network))
