/**
 * The yardstick: a bare ltijs 5.9.9 application as its documentation shows it, on an embedded database of its own. Run as
 * a process of its own: `node dist/test/bench/bare-ltijs.js <port> <platform url> <client id>`; prints `ready`.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import mongoose from 'mongoose';
import { startEmbeddedMongodb } from '../../server/embedded-mongodb/index.ts';

interface BareProvider {
  setup(key: string, database: { url: string }, options: object): void;
  onConnect(serve: (token: unknown, request: unknown, response: { json(body: unknown): void }) => void): void;
  deploy(options: { port: number; silent: boolean }): Promise<unknown>;
  registerPlatform(platform: object): Promise<unknown>;
}

const [port, platformUrl, clientId] = process.argv.slice(2);
const { Provider } = createRequire(import.meta.url)('ltijs') as { Provider: BareProvider };
const directory = mkdtempSync(join(tmpdir(), 'roundtable-bare-'));
const database = await startEmbeddedMongodb({ directory, inThread: true });
// ltijs would connect with options that mongoose 9 no longer takes; a connection that is open it uses as it is.
await mongoose.connect(database.uri('ltijs'));

Provider.setup(
  'LTIKEY',
  { url: database.uri('ltijs') },
  {
    appRoute: '/lti/launch',
    loginRoute: '/lti/login',
    keysetRoute: '/lti/keys',
    cookies: { secure: true, sameSite: 'None' },
    tokenMaxAge: false,
  },
);
Provider.onConnect((token, _request, response) => response.json({ launched: Boolean(token) }));
await Provider.deploy({ port: Number(port), silent: true });
await Provider.registerPlatform({
  url: platformUrl,
  name: 'Bench',
  clientId,
  authenticationEndpoint: `${platformUrl}/authorize`,
  accesstokenEndpoint: `${platformUrl}/token`,
  authConfig: { method: 'JWK_SET', key: `${platformUrl}/keys` },
});
process.stdout.write('ready\n');
