import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createGuardedClient, type GuardedClient } from './guarded-request.ts';
import { AddressRefused, checkAddress, type HostAddress, isPublic } from './public-address.ts';

test.each([
  ['a server on the internet', '93.184.215.14', true],
  ['a server on the internet by IPv6', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['this machine', '127.0.0.1', false],
  ['this machine by another number', '127.8.9.10', false],
  ['any of this machine’s addresses', '0.0.0.0', false],
  ['a private network, 10/8', '10.1.2.3', false],
  ['a private network, 172.16/12', '172.31.255.255', false],
  ['beside it is public', '172.32.0.1', true],
  ['a private network, 192.168/16', '192.168.1.1', false],
  ['a provider’s own network', '100.100.100.200', false],
  ['link-local, where clouds keep their metadata', '169.254.169.254', false],
  ['Azure’s wire server', '168.63.129.16', false],
  ['benchmarking', '198.19.0.1', false],
  ['multicast', '224.0.0.1', false],
  ['broadcast', '255.255.255.255', false],
  ['IPv6 loopback', '::1', false],
  ['IPv6 unspecified', '::', false],
  ['IPv6 link-local', 'fe80::1', false],
  ['IPv6 link-local with a zone', 'fe80::1%eth0', false],
  ['IPv6 unique local, where AWS keeps its metadata', 'fd00:ec2::254', false],
  ['IPv4 mapped into IPv6', '::ffff:10.0.0.1', false],
  ['a public IPv4 mapped into IPv6', '::ffff:93.184.215.14', false],
  ['IPv4 translated into IPv6 (NAT64)', '64:ff9b::a00:1', false],
  ['IPv4 tunnelled through IPv6 (6to4)', '2002:a00:1::1', false],
  ['Teredo', '2001:0:53aa:64c::1', false],
  ['IPv6 multicast', 'ff02::1', false],
  ['documentation', '2001:db8::1', false],
  ['what is no address', 'lms.test', false],
])('%s (%s) is public: %s', (_rule, address, expected) => expect(isPublic(address)).toBe(expected));

const at = (...addresses: string[]): readonly HostAddress[] =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('an address that a stranger names', () => {
  test.each([
    ['http', 'http://lms.test/', at('93.184.215.14')],
    ['http on this machine, in production', 'http://localhost:8080/', at('127.0.0.1')],
    ['https on this machine', 'https://localhost/', at('127.0.0.1')],
    ['a literal address', 'https://10.0.0.1/', []],
    ['a literal address written as one number', 'https://2130706433/', []],
    ['a literal address written in octal', 'https://0177.0.0.1/', []],
    ['a literal IPv6 address', 'https://[::ffff:169.254.169.254]/', []],
    ['a name of a private address', 'https://intranet.test/', at('192.168.0.5')],
    ['a name without addresses', 'https://nowhere.test/', []],
    ['credentials', 'https://user:pass@lms.test/', at('93.184.215.14')],
    ['a file', 'file:///etc/passwd', []],
    ['another scheme', 'gopher://lms.test/', at('93.184.215.14')],
    ['no address at all', 'lms.test', []],
  ])('%s is refused', async (_rule, address, answer) => {
    await expect(checkAddress(address, async () => answer, false)).rejects.toThrow(AddressRefused);
  });

  test('keeps the public ones of several addresses', async () => {
    const mixed = at('10.0.0.1', '93.184.215.14', 'fd00::1');
    const { addresses } = await checkAddress('https://lms.test/', async () => mixed, false);
    expect(addresses).toEqual(at('93.184.215.14'));
  });

  test('in development may be this machine, and then nothing else', async () => {
    expect(
      (await checkAddress('http://localhost:1/', async () => at('127.0.0.1', '::1'), true)).addresses,
    ).toEqual(at('127.0.0.1', '::1'));
    for (const address of ['http://localhost:1/', 'http://x.localhost/']) {
      await expect(checkAddress(address, async () => at('10.0.0.1'), true)).rejects.toThrow(AddressRefused);
    }
    await expect(checkAddress('https://evil.test/', async () => at('127.0.0.1'), true)).rejects.toThrow(
      AddressRefused,
    );
  });
});

describe('the guarded client', () => {
  let server: Server | null = null;
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    server = null;
  });
  const listen = async (listener: RequestListener): Promise<number> => {
    server = createServer(listener);
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };
  const get = async (client: GuardedClient, url: string) =>
    await client.request(url, { method: 'GET', headers: {} });

  test('connects to the address that was checked: a second answer of the resolver is never asked for', async () => {
    const port = await listen((request, response) => response.end(request.headers.host));
    const answers = [at('127.0.0.1'), at('10.0.0.1')];
    let asked = 0;
    const client = createGuardedClient(async () => answers[asked++] ?? [], true);
    // The name cannot be resolved by the system, so the connection can only have used what was handed over.
    const answer = await get(client, `http://rebinding.localhost:${port}/`);
    expect(answer).toEqual({ status: 200, body: `rebinding.localhost:${port}` });
    expect(asked).toBe(1);
    await expect(get(client, `http://rebinding.localhost:${port}/`)).rejects.toThrow(AddressRefused);
  });

  test('follows no redirect', async () => {
    const port = await listen((_request, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end('moved');
    });
    const client = createGuardedClient(async () => at('127.0.0.1'), true);
    expect(await get(client, `http://localhost:${port}/`)).toEqual({ status: 302, body: 'moved' });
  });

  test('reads no answer without end', async () => {
    const port = await listen((_request, response) => {
      const write = (): void => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', write);
      };
      write();
    });
    const client = createGuardedClient(async () => at('127.0.0.1'), true);
    await expect(get(client, `http://localhost:${port}/`)).rejects.toMatchObject({ failure: 'tooLarge' });
  });

  test('waits for no answer without end, and for no resolver either', async () => {
    const port = await listen(() => undefined);
    const client = createGuardedClient(async () => at('127.0.0.1'), true);
    const dead = createGuardedClient(async () => await new Promise(() => undefined), true);
    await Promise.all([
      expect(get(client, `http://localhost:${port}/`)).rejects.toMatchObject({ failure: 'timeout' }),
      expect(get(dead, 'https://lms.test/')).rejects.toMatchObject({ failure: 'timeout' }),
    ]);
  }, 20_000);

  test('tells a host that does not exist from one that is refused', async () => {
    const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND'), { syscall: 'getaddrinfo' });
    const client = createGuardedClient(() => Promise.reject(unknown), true);
    await expect(get(client, 'https://nowhere.test/')).rejects.toMatchObject({ failure: 'unreachable' });
    await expect(client.check('https://10.0.0.1/')).rejects.toThrow(AddressRefused);
  });
});
