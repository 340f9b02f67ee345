import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSimulator } from './index.ts';
import { startBench } from './test-tool.ts';
import type { Bench } from './test-tool.ts';

let bench: Bench;
let as: { teacher: string; learner: string };
let learnerId: string;
beforeAll(async () => {
  bench = await startBench({ profile: 'canvas' });
  const [course] = bench.simulator.courses;
  const [teacher] = course ? bench.simulator.peopleWith(course, 'instructor') : [];
  const [learner] = course ? bench.simulator.peopleWith(course, 'learner') : [];
  if (!course || !teacher || !learner) throw new Error('no demo course');
  bench.simulator.addResourceLink(course, { title: '<Essay> & "review"', lineItem: { scoreMaximum: 10 } });
  as = { teacher: `/as/${teacher.id}/courses/2`, learner: `/as/${learner.id}/courses/2` };
  learnerId = learner.id;
});
afterAll(() => bench.close());

const get = (path: string): Promise<Response> => fetch(bench.simulator.url + path);
const post = (path: string, fields: Record<string, string>): Promise<Response> =>
  fetch(bench.simulator.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

describe('pages', () => {
  test('need no cookies and escape what people typed', async () => {
    const response = await get(as.teacher);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).toContain('&lt;Essay&gt; &amp; &quot;review&quot;');
  });

  test.each(['/add', '/gradebook', '/people'])('of staff are closed to learners: %s', async (path) => {
    expect((await get(as.teacher + path)).status).toBe(200);
    expect((await get(as.learner + path)).status).toBe(403);
  });

  test('of an activity hold the tool’s frame and, beside it, the one that keeps its values', async () => {
    const text = await (await get(`${as.learner}/activities/1`)).text();
    expect(text).toMatch(/<iframe[^>]+name="tool"/);
    expect(text).toMatch(/<iframe[^>]+name="post_message_forwarding"/);
    expect(text).toContain(`action="${bench.tool.url}/login"`);
  });

  test('of the gradebook change a grade by hand', async () => {
    const item = bench.simulator.gradebook(bench.simulator.courses[0]?.id ?? '');
    expect(item).toEqual([]);
    const saved = await post(`${as.teacher}/gradebook/2/${learnerId}`, { score: '7.5' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${as.teacher}/gradebook`]);
    expect(await (await get(`${as.teacher}/gradebook`)).text()).toContain('7.5 / 10');
  });

  test('of misbehaviour set and clear faults', async () => {
    const keys = async (): Promise<number> => (await fetch(bench.registration.jwksUri)).status;
    await post('/misbehaviour', { kind: 'jwks', choice: 'status-503', percent: '100' });
    expect(await keys()).toBe(503);
    await post('/misbehaviour', { clear: 'jwks' });
    expect(await keys()).toBe(200);
  });
});

test('a restart goes on with courses, grades, tools and keys where it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  const options = { profile: 'moodle', persistFile: join(folder, 'state.json') } as const;
  const first = await startSimulator(options);
  const tool = { clientId: 'demo', name: 'Tool', loginUrl: 'l', launchUrl: 'a', jwksUrl: 'k' };
  const { deploymentIds } = first.registerTool(tool);
  const [course] = first.courses;
  if (!course) throw new Error('no course');
  first.addResourceLink(course, { title: 'Essay', lineItem: { scoreMaximum: 10 } });
  const keys = first.platform.keys.jwks();
  await first.close();
  const second = await startSimulator(options);
  expect(second.platform.keys.jwks()).toEqual(keys);
  expect(second.institution.state).toEqual(first.institution.state);
  expect(second.registerTool(tool).deploymentIds).toEqual(deploymentIds);
  await second.close();
  const other = await startSimulator({ ...options, profile: 'strict' });
  expect(other.institution.linksOf(course)).toEqual([]);
  await other.close();
  rmSync(folder, { recursive: true });
});
