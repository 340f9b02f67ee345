import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { startSimulator } from './index.ts';
import type { ProfileName, Simulator } from './index.ts';
import { accessToken, call, startBench } from './test-tool.ts';

type Json = Record<string, unknown>;
const TOOL_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const recorded = (name: string): Json =>
  JSON.parse(readFileSync(new URL(`./recorded/moodle-4.5/${name}.json`, import.meta.url), 'utf8')) as Json;

const simulators = {} as Record<ProfileName, Simulator>;
beforeAll(async () => {
  for (const profile of ['moodle', 'canvas', 'strict'] as const) {
    simulators[profile] = await startSimulator({ profile, seed: 'empty' });
  }
});
afterAll(async () => {
  for (const simulator of Object.values(simulators)) await simulator.close();
});

const readConfiguration = async (
  invitation: Awaited<ReturnType<Simulator['inviteTool']>>,
): Promise<unknown> => {
  const headers = { authorization: `Bearer ${invitation.registration_token}` };
  return await (await fetch(invitation.openid_configuration, { headers })).json();
};

/** Registers with the recorded request, as a tool would that was opened with these parameters. */
async function register(
  simulator: Simulator,
  change: (request: Json) => Json = (same) => same,
  token?: string,
): Promise<Response> {
  const invitation = await simulator.inviteTool();
  const configuration = (await readConfiguration(invitation)) as Json;
  return fetch(String(configuration['registration_endpoint']), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token ?? invitation.registration_token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(change(recorded('registration-request'))),
  });
}

test('moodle: the configuration is the recorded one', async () => {
  const { openid_configuration } = await simulators.moodle.inviteTool();
  const text = await (await fetch(openid_configuration)).text();
  const configuration = JSON.parse(text.replaceAll(simulators.moodle.url, 'http://127.0.0.1:8901')) as Json;
  expect(configuration).toEqual(recorded('openid-configuration'));
});

test('moodle: the answer is the recorded one, and the tool waits for its activation', async () => {
  const { moodle } = simulators;
  const response = await register(moodle);
  expect(response.status).toBe(200);
  const answer = (await response.json()) as Json;
  const { body } = recorded('registration-response') as { body: Json };
  expect({ ...answer, client_id: '' }).toEqual({ ...body, client_id: '' });
  const clientId = String(answer['client_id']);
  const tool = moodle.institution.state.tools[clientId];
  expect(tool).toMatchObject({ active: false, loginUrl: 'http://127.0.0.1:4791/login' });
  moodle.activateTool(clientId);
  expect(tool?.active).toBe(true);
});

test('moodle: the domain must name the port', async () => {
  const response = await register(simulators.moodle, (request) => ({
    ...request,
    [TOOL_CONFIGURATION]: { ...(request[TOOL_CONFIGURATION] as Json), domain: '127.0.0.1' },
  }));
  expect([response.status, await response.text()]).toEqual([400, 'domain_targetlinkuri_mismatch']);
});

test('canvas: deployment id at the top and a link to the configuration', async () => {
  const answer = (await (await register(simulators.canvas)).json()) as Json;
  expect(answer['deployment_id']).toMatch(/^\d+:[0-9a-f]{40}$/);
  expect(answer['https://canvas.instructure.com/lti/registration_config_url']).toContain('/registrations/');
});

test('canvas: the configuration is for the bearer of a registration token', async () => {
  const { openid_configuration } = await simulators.canvas.inviteTool();
  expect((await fetch(openid_configuration)).status).toBe(401);
});

test('strict: 201, active at once', async () => {
  const response = await register(simulators.strict);
  const { client_id } = (await response.json()) as { client_id: string };
  expect(response.status).toBe(201);
  expect(simulators.strict.institution.state.tools[client_id]?.active).toBe(true);
});

describe.each(['moodle', 'canvas', 'strict'] as const)('%s', (profile) => {
  test('a registration token works once', async () => {
    const { registration_token } = await simulators[profile].inviteTool();
    expect((await register(simulators[profile], undefined, registration_token)).ok).toBe(true);
    const again = await register(simulators[profile], undefined, registration_token);
    expect([again.status, await again.text()]).toEqual([401, 'token_already_used']);
  });

  test('nobody registers without an invitation', async () => {
    expect((await register(simulators[profile], undefined, 'guessed')).status).toBe(401);
  });
});

test('canvas: a copied course has new ids, moved dates, and tells the tool', async () => {
  const received: string[] = [];
  const listener = createServer((request, response) => {
    request.on('data', (data: Buffer) => received.push(data.toString()));
    request.on('end', () => response.end());
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const handler = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/notices`;
  const bench = await startBench({ profile: 'canvas' });
  const { simulator, registration } = bench;
  const [course] = simulator.courses;
  if (!course) throw new Error('no course');
  const submission = { endDateTime: '2026-12-01T10:00:00.000Z' };
  const link = simulator.addResourceLink(course, {
    title: 'Essay',
    submission,
    lineItem: { scoreMaximum: 10 },
  });
  const url = `${simulator.url}/api/lti/notice-handlers/${encodeURIComponent(registration.deploymentIds[0] ?? '')}`;
  const token = await accessToken(bench);
  const answer = await call(
    token,
    'PUT',
    url,
    { notice_type: 'LtiContextCopyNotice', handler },
    'application/json',
  );
  expect(answer.status).toBe(200);
  const copy = await simulator.copyCourse(course.id, 'Collab 102', 7);
  const [copied] = simulator.institution.linksOf(copy);
  expect(copied).toMatchObject({
    history: [link.id],
    submission: { endDateTime: '2026-12-08T10:00:00.000Z' },
  });
  expect(copied?.id).not.toBe(link.id);
  expect(simulator.institution.lineItemsOf(copy)).toHaveLength(1);
  const { notices } = JSON.parse(received.join('')) as { notices: { jwt: string }[] };
  expect(decodeJwt(notices[0]?.jwt ?? '')).toMatchObject({
    'https://purl.imsglobal.org/spec/lti/claim/notice': { type: 'LtiContextCopyNotice' },
    'https://purl.imsglobal.org/spec/lti/claim/context': { id: copy.id },
    'https://purl.imsglobal.org/spec/lti/claim/origin_contexts': [course.id],
  });
  await bench.close();
  listener.close();
});
