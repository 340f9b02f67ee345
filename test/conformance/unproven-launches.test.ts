/** Launches whose browser has no cookie: by the platform's storage, and by the person's own word. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type LaunchBench, startLaunchBench } from './launch-bench.ts';
import { expectLaunched, expectRefused, setClaim, tidy } from './launch-support.ts';

let bench: LaunchBench;
beforeAll(async () => {
  bench = await startLaunchBench({ profile: 'canvas' });
});
afterAll(async () => await bench.close());
beforeEach(() => tidy(bench));

const OWN = { 'sec-fetch-site': 'same-origin' };

/** The hidden fields of a page's form to this address. */
function formFields(html: string, action: string): Record<string, string> {
  const form = new RegExp(`<form method="post" action="[^"]*${action}".*?</form>`, 's').exec(html)?.[0] ?? '';
  const inputs = form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

/** What a page tells its script. */
const scriptData = (html: string): Record<string, unknown> =>
  JSON.parse(/id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}') as Record<string, unknown>;

/** A launch up to the page that the frame shows without a cookie. */
async function unproven(storageTarget: boolean): Promise<{ html: string; page: Response; login: string }> {
  const begun = await bench.login({ storageTarget });
  const page = await bench.answer(begun, { claims: setClaim('name', 'Ada <Ström>') }, null);
  return { html: await page.clone().text(), page, login: begun.html };
}

describe("with the platform's storage", () => {
  test('the login gives the secret to the named frame of the authorization endpoint alone, then goes on', async () => {
    const { login } = await unproven(true);
    expect(scriptData(login)).toMatchObject({
      target: 'post_message_forwarding',
      origin: bench.simulator.url,
      message: { subject: 'lti.put_data', value: expect.stringMatching(/^[\w-]{43}$/) },
    });
  });

  test('the secret that comes back from there opens the launch, once', async () => {
    const { html, login } = await unproven(true);
    const put = scriptData(login).message as { key: string; value: string };
    expect(scriptData(html)).toMatchObject({ message: { subject: 'lti.get_data', key: put.key } });
    const fields = { ...formFields(html, '/lti/proof'), secret: put.value };
    await expectLaunched(bench, await bench.post('/lti/proof', fields, OWN));
    bench.launches.length = 0;
    await expectRefused(bench, await bench.post('/lti/proof', fields, OWN), 'CONFIRMATION_EXPIRED');
  });

  test('a script of ours is told where to go, so that it can take the page’s place', async () => {
    const { html, login } = await unproven(true);
    const secret = (scriptData(login).message as { value: string }).value;
    const fields = { ...formFields(html, '/lti/proof'), secret };
    const answer = await bench.post('/lti/proof', fields, { ...OWN, accept: 'application/json' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      location: expect.stringMatching(/^\/app\/p\/[0-9a-f]{16}\/#code=[\w-]{43}$/),
    });
  });

  test.each([
    ['another secret', { secret: 'y'.repeat(43) }, OWN, 'CONFIRMATION_EXPIRED'],
    ['no secret', { secret: '' }, OWN, 'LAUNCH_PARAMETERS'],
    ['a form of another site', {}, { 'sec-fetch-site': 'cross-site' }, 'CONFIRMATION_FROM_ELSEWHERE'],
    ['a form of nowhere', {}, { origin: 'null' }, 'CONFIRMATION_FROM_ELSEWHERE'],
  ])('%s is refused', async (_rule, change, headers, code) => {
    const { html, login } = await unproven(true);
    const secret = (scriptData(login).message as { value: string }).value;
    const fields = { ...formFields(html, '/lti/proof'), secret, ...change };
    await expectRefused(bench, await bench.post('/lti/proof', fields, headers), code);
  });

  test('without an answer the same page leads to a new tab', async () => {
    const { html } = await unproven(true);
    const asked = await bench.post('/lti/continue', formFields(html, '/lti/continue'));
    expect(await asked.text()).toContain(
      'Continue as <bdi>Ada &lt;Ström&gt;</bdi> in <bdi>Collab 101</bdi>?',
    );
  });
});

describe('with neither cookie nor storage', () => {
  test('nothing happens until the person has said whose launch it is; then it happens once', async () => {
    const { html, page } = await unproven(false);
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
    expect(page.headers.get('content-security-policy')).not.toContain('connect-src');
    expect(html).toContain('target="_blank"');
    const asked = await bench.post('/lti/continue', formFields(html, '/lti/continue'));
    expect(asked.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(bench.launches).toEqual([]);

    const fields = formFields(await asked.text(), '/lti/confirm');
    await expectLaunched(bench, await bench.post('/lti/confirm', fields, { origin: bench.url }));
    expect(bench.launches).toHaveLength(1);
    bench.launches.length = 0;
    await expectRefused(bench, await bench.post('/lti/confirm', fields, OWN), 'CONFIRMATION_EXPIRED');
  });

  test('two confirmations at once open it once', async () => {
    const { html } = await unproven(false);
    const fields = formFields(html, '/lti/continue');
    const both = await Promise.all([1, 2].map(async () => await bench.post('/lti/confirm', fields, OWN)));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 401]);
    expect(bench.launches).toHaveLength(1);
  });

  test.each([
    ['after two minutes', {}, 2 * 60_000 + 1000, OWN, 'CONFIRMATION_EXPIRED'],
    ['with another ticket', { ticket: 'z'.repeat(43) }, 0, OWN, 'CONFIRMATION_EXPIRED'],
    ['posted by another site', {}, 0, { 'sec-fetch-site': 'cross-site' }, 'CONFIRMATION_FROM_ELSEWHERE'],
  ])('%s it is refused', async (_rule, change, laterMs, headers, code) => {
    const { html } = await unproven(false);
    bench.clock.aheadMs = laterMs;
    const fields = { ...formFields(html, '/lti/continue'), ...change };
    await expectRefused(bench, await bench.post('/lti/confirm', fields, headers), code);
  });

  test('the page is in the language of the launch, from right to left where that is so', async () => {
    const begun = await bench.login({ storageTarget: false });
    const presentation = setClaim('https://purl.imsglobal.org/spec/lti/claim/launch_presentation', {
      locale: 'ar_SA',
    });
    const html = await (await bench.answer(begun, { claims: presentation }, null)).text();
    expect(html).toContain('<html lang="ar" dir="rtl">');
  });
});

test('the one-time code opens the session within two minutes only', async () => {
  const location = (await bench.answer(await bench.login())).headers.get('location') ?? '';
  bench.clock.aheadMs = 2 * 60_000 + 1000;
  expect(await bench.lti.sessions.redeemCode(location.split('#code=')[1] ?? '')).toBeNull();
});
