/**
 * The load generator: a platform and many browsers in a process of their own. `node dist/test/bench/launch-load.js <port>`
 * serves the platform's keys there and obeys JSON lines on standard input:
 * `{ "tool": url, "launches": n, "clients": n, "people": n, "course": id }` → `{ "perSecond": n, "p50": ms, "p99": ms }`.
 */
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { median, quantile } from './figure.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const port = Number(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;
const clientId = 'bench';
const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
const jwk = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' };

interface Order {
  tool: string;
  launches: number;
  clients: number;
  people: number;
  course: string;
}

createServer((_request, response) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
}).listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));

const idToken = (tool: string, nonce: string, person: number, course: string): Promise<string> =>
  new SignJWT({
    nonce,
    azp: clientId,
    name: `Learner ${person}`,
    [`${CLAIM}deployment_id`]: '1',
    [`${CLAIM}message_type`]: 'LtiResourceLinkRequest',
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}target_link_uri`]: `${tool}/lti/launch`,
    [`${CLAIM}roles`]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
    [`${CLAIM}context`]: { id: course, title: 'Bench' },
    [`${CLAIM}resource_link`]: { id: 'link', title: 'Activity' },
    [`${CLAIM}launch_presentation`]: { locale: 'en', document_target: 'iframe' },
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
    .setIssuer(issuer)
    .setAudience(clientId)
    .setSubject(`person-${person}`)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(privateKey);

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');

/** An address for each person, as a proxy in front would tell it. */
const addressOf = (person: number): string =>
  `10.${(person >> 16) & 255}.${(person >> 8) & 255}.${person & 255}`;

const form = (fields: Record<string, string>, person: number, cookie = ''): RequestInit => ({
  method: 'POST',
  redirect: 'manual',
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    'x-forwarded-for': addressOf(person),
    cookie,
  },
  body: new URLSearchParams(fields),
});

/** Login, launch, and what the browser fetches next to be in: the code exchange, or ltijs's redirect with its ltik. */
async function launchOnce(tool: string, person: number, course: string): Promise<void> {
  const login = await fetch(
    `${tool}/lti/login`,
    form(
      {
        iss: issuer,
        client_id: clientId,
        login_hint: `${person}`,
        target_link_uri: `${tool}/lti/launch`,
      },
      person,
    ),
  );
  const query = new URL(login.headers.get('location') ?? '').searchParams;
  await login.arrayBuffer();
  const id_token = await idToken(tool, query.get('nonce') ?? '', person, course);
  const cookie = cookiesOf(login);
  const launched = await fetch(
    `${tool}/lti/launch`,
    form({ id_token, state: query.get('state') ?? '' }, person, cookie),
  );
  const location = new URL(launched.headers.get('location') ?? '', tool);
  await launched.arrayBuffer();
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  const opened = code
    ? await fetch(`${tool}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': addressOf(person) },
        body: JSON.stringify({ code }),
      })
    : await fetch(location, { headers: { cookie: `${cookie}; ${cookiesOf(launched)}` } });
  const body = await opened.text();
  if (opened.status !== 200) throw new Error(`launch ended with ${opened.status}: ${body.slice(0, 300)}`);
}

async function obey({ tool, launches, clients, people, course }: Order): Promise<object> {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < launches) {
        const person = next++ % people;
        const from = performance.now();
        await launchOnce(tool, person, course);
        times.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: launches / seconds, p50: median(times), p99: quantile(times, 0.99) };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await obey(JSON.parse(line) as Order))}\n`);
}
process.exit(0);
