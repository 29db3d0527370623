import { BlockList, isIP } from 'node:net';

/**
 * Whether an address lies in the open internet. A picture's name may lead anywhere, and nothing of this machine or its
 * network may be asked because a stranger's post says so: routers, printers, cloud metadata, other programs.
 */
export const isPublicAddress = (address: string): boolean => {
  const [plain = ''] = address.split('%');
  const family = isIP(plain);
  if (family === 4) return !notPublic4.check(plain, 'ipv4');
  if (family !== 6) return false;
  // Addresses that carry an IPv4 address inside are refused with their whole range: nobody serves pictures there.
  return global6.check(plain, 'ipv6') && !notPublic6.check(plain, 'ipv6');
};

/** RFC 6890 and what was added since. */
const ranges4: readonly [string, number][] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // behind a carrier
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24], // examples
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];

const ranges6: readonly [string, number][] = [
  ['2001::', 23], // Teredo, benchmarks, ORCHID
  ['2001:db8::', 32], // examples
  ['2002::', 16], // 6to4
  ['2620:4f:8000::', 48],
  ['3fff::', 20], // examples
];

const listOf = (ranges: readonly [string, number][], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const [net, bits] of ranges) list.addSubnet(net, bits, family);
  return list;
};

const notPublic4 = listOf(ranges4, 'ipv4');
const notPublic6 = listOf(ranges6, 'ipv6');
/** All that is handed out so far; the rest (loopback, link-local, private, mapped, NAT64) is not public by being outside. */
const global6 = listOf([['2000::', 3]], 'ipv6');
