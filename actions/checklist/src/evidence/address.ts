/** Which addresses belong to everybody, and which to a network that a file must not reach into. Pure. */
import { BlockList, isIP } from 'node:net';

/** An address of the internet protocol, as `lookup` gives it. */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

export type AddressKind = 'public' | 'private' | 'metadata';

/** https://www.iana.org/assignments/iana-ipv4-special-registry: what is not globally reachable, and multicast. */
const privateV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];

/** https://www.iana.org/assignments/iana-ipv6-special-registry: outside of 2000::/3 nothing is public; in it, these are not. */
const privateV6 = ['2001::/23', '2001:db8::/32', '3fff::/20'];

/** Where clouds hand out credentials: AWS, Azure, Google (169.254.169.254), Azure's wire server, Alibaba, Oracle, AWS over IPv6. */
const metadata = [
  ...['169.254.169.254', '169.254.170.2', '169.254.170.23', '168.63.129.16', '100.100.100.200', '192.0.0.192'],
  ...['fd00:ec2::254', 'fd00:ec2::23', 'fd20:ce::254'],
];

const notPublicV4 = listOf(privateV4, 'ipv4');
const notPublicV6 = listOf(privateV6, 'ipv6');
const publicV6 = listOf(['2000::/3'], 'ipv6');
const metadataList = new BlockList();
for (const each of metadata) metadataList.addAddress(each, isIP(each) === 6 ? 'ipv6' : 'ipv4');

/** What is no address at all is private: nothing is known of it. */
export function addressKind(address: string): AddressKind {
  const plain = address.split('%', 1)[0] ?? '';
  if (isIP(plain) === 4) return kindOfV4(plain);
  if (isIP(plain) !== 6) return 'private';
  const inside = embeddedV4(plain);
  if (inside !== undefined) return kindOfV4(inside);
  if (metadataList.check(plain, 'ipv6')) return 'metadata';
  return publicV6.check(plain, 'ipv6') && !notPublicV6.check(plain, 'ipv6') ? 'public' : 'private';
}

function kindOfV4(address: string): AddressKind {
  if (metadataList.check(address, 'ipv4')) return 'metadata';
  return notPublicV4.check(address, 'ipv4') ? 'private' : 'public';
}

/** IPv4 in IPv6: mapped (::ffff:0:0/96), compatible (::/96), NAT64 (64:ff9b::/96) and 6to4 (2002::/16). */
function embeddedV4(address: string): string | undefined {
  const groups = groupsOf(address);
  const head = groups
    .slice(0, 6)
    .map((each) => each.toString(16))
    .join(':');
  if (['0:0:0:0:0:ffff', '0:0:0:0:0:0', '64:ff9b:0:0:0:0'].includes(head)) return dotted(groups[6], groups[7]);
  return groups[0] === 0x2002 ? dotted(groups[1], groups[2]) : undefined;
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups of a valid IPv6 address. */
function groupsOf(address: string): number[] {
  const hexadecimal = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/u, (_, ...bytes) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [left = '', right] = hexadecimal.split('::');
  const numbers = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)));
  const [before, after] = [numbers(left), numbers(right ?? '')];
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
