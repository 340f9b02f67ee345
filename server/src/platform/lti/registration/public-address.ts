import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { isLoopback, isPlatformAddress } from '../addresses.ts';

export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly HostAddress[]>;

export const resolveBySystem: Resolve = async (hostname) => await lookup(hostname, { all: true });

/** An address that must not be called on somebody's word: of another scheme, of this machine or of a private network. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** The address of which a resolver's answer was checked, and what of the answer may be connected to. */
export interface CheckedAddress {
  readonly url: URL;
  readonly addresses: readonly HostAddress[];
}

/**
 * Resolves the host of an address once and keeps what is public of the answer. Whoever connects must use these
 * addresses: a second look-up could be answered otherwise (DNS rebinding).
 *
 * @throws AddressRefused, and the resolver's own errors.
 */
export async function checkAddress(
  address: string,
  resolve: Resolve,
  loopbackHttpAllowed: boolean,
): Promise<CheckedAddress> {
  if (!isPlatformAddress(address, loopbackHttpAllowed)) throw new AddressRefused(address);
  const url = new URL(address);
  const hostname = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const literal = isIP(hostname);
  const found = literal === 0 ? await resolve(hostname) : [{ address: hostname, family: literal }];
  const local = loopbackHttpAllowed && isLoopback(url.hostname);
  const addresses = found.filter(({ address: one }) =>
    local ? LOOPBACK.check(one, familyOf(one)) : isPublic(one),
  );
  if (addresses.length === 0) throw new AddressRefused(address);
  return { url, addresses };
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function blockList(subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', bits] = subnet.split('/');
    list.addSubnet(network, Number(bits), familyOf(network));
  }
  return list;
}

const LOOPBACK = blockList(['127.0.0.0/8', '::1/128']);

/** The IANA registry of special-purpose IPv4 addresses (RFC 6890), multicast, and what clouds serve their secrets at. */
const NOT_PUBLIC_4 = blockList([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Azure's wire server, by an address that looks public.
  '168.63.129.16/32',
]);

/** Global unicast is 2000::/3 (RFC 4291 §2.4); within it, what is no single host's own or leads back to IPv4. */
const GLOBAL_6 = blockList(['2000::/3']);
const NOT_PUBLIC_6 = blockList(['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/** Whether an IP address belongs to the public internet. IPv4 within IPv6 (mapped, translated, tunnelled) does not. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !NOT_PUBLIC_4.check(address, 'ipv4');
  // A zone (`fe80::1%eth0`) is a matter of one machine.
  if (isIP(address) !== 6 || address.includes('%')) return false;
  return GLOBAL_6.check(address, 'ipv6') && !NOT_PUBLIC_6.check(address, 'ipv6');
}
