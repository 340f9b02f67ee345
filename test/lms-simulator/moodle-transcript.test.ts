/** Replays the recorded session with Moodle's services against the moodle profile and compares every answer. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessToken, ALL_SCOPES, call, requestToken, startBench } from './test-tool.ts';
import type { Bench } from './test-tool.ts';
import { SCOPE } from './vocabulary.ts';

const RECORDED_HOST = 'http://127.0.0.1:8901';

interface Exchange {
  method: string;
  path: string;
  body?: unknown;
  status: number;
  contentType: string;
  link: string | null;
  answer: string;
}

const text = readFileSync(new URL('./recorded/moodle-4.5/services-transcript.txt', import.meta.url), 'utf8');

/** The transcript's exchanges; each is a request line, a line with status and headers, and the answer's body. */
const exchanges: Exchange[] = text
  .split(/\n(?=(?:GET|POST|PUT|DELETE|TOKEN) )/)
  .filter((block) => /^(GET|POST|PUT|DELETE) /.test(block))
  .map((block) => {
    const match = /^(\S+) (\S+)(?: (\{.*\}))?\n {2}-> (\d+) ct=(.*?) link=(.*?) \d+ms\n([\s\S]*)$/.exec(
      block,
    );
    if (!match) throw new Error(`unreadable: ${block.slice(0, 80)}`);
    const [, method = '', path = '', body, status, contentType = '', link = '', answer = ''] = match;
    return {
      method,
      path,
      ...(body !== undefined && { body: JSON.parse(body) as unknown }),
      status: Number(status),
      contentType,
      link: link === 'null' ? null : link,
      answer: answer.trim(),
    };
  });

/** Ids of single launches differ from session to session. */
const withoutLaunchIds = (answer: string): string =>
  answer.replace(/launchid\\":\d+/g, 'launchid\\":0').replace(/hash\\":\\"[0-9a-f]+/g, 'hash\\":\\"0');

let bench: Bench;
let tokens: { all: string; scoreOnly: string };

beforeAll(async () => {
  bench = await startBench({ profile: 'moodle', seed: 'empty' });
  const { simulator } = bench;
  const course = simulator.addCourse({ title: 'Collab 101', label: 'COLLAB101' });
  const add = (
    role: 'instructor' | 'learner',
    username: string,
    givenName: string,
    familyName: string,
  ): void => void simulator.addPerson(course, { role, username, givenName, familyName });
  add('instructor', 'teacher1', 'Tessa', 'Teacher');
  add('learner', 'student1', 'Ada', 'Ström');
  add('learner', 'student2', 'Bo', 'Baker');
  add('learner', 'student3', 'Chi', 'Nguyễn');
  add('learner', 'student4', 'Dee', "O'Dell");
  const column = { resourceId: 'res-7', tag: 'tag-7' };
  simulator.addResourceLink(course, { title: 'Group doc A', lineItem: { scoreMaximum: 100, ...column } });
  simulator.addResourceLink(course, {
    title: 'Group doc B (new window)',
    lineItem: { scoreMaximum: 50, ...column },
  });
  tokens = { all: await accessToken(bench, ALL_SCOPES), scoreOnly: await accessToken(bench, [SCOPE.score]) };
});
afterAll(() => bench.close());

/** The recorded session sent plain JSON once, to see it refused. */
function mediaType({ path, answer }: Exchange): string {
  if (answer.includes('No handler found')) return 'application/json';
  return path.includes('/scores')
    ? 'application/vnd.ims.lis.v1.score+json'
    : 'application/vnd.ims.lis.v2.lineitem+json';
}

test('every recorded exchange gets the recorded answer', async () => {
  expect(exchanges).toHaveLength(24);
  for (const exchange of exchanges) {
    const token = exchange.status === 401 ? tokens.scoreOnly : tokens.all;
    const response = await call(
      token,
      exchange.method,
      bench.simulator.url + exchange.path,
      exchange.body,
      mediaType(exchange),
      exchange.status === 401 ? 'application/vnd.ims.lis.v2.lineitemcontainer+json' : '*/*',
    );
    const { url } = bench.simulator;
    const escaped = (address: string): string => address.replaceAll('/', '\\/');
    const answer = (await response.text())
      .replaceAll(url, RECORDED_HOST)
      .replaceAll(escaped(url), escaped(RECORDED_HOST));
    const seen = {
      request: `${exchange.method} ${exchange.path}`,
      status: response.status,
      link: response.headers.get('link')?.replaceAll(url, RECORDED_HOST) ?? null,
      // The transcript cuts long bodies.
      answer: withoutLaunchIds(answer).slice(0, withoutLaunchIds(exchange.answer).length),
      contentType: response.headers.get('content-type'),
    };
    expect(seen).toEqual({
      request: `${exchange.method} ${exchange.path}`,
      status: exchange.status,
      link: exchange.link,
      answer: withoutLaunchIds(exchange.answer),
      contentType: exchange.contentType,
    });
  }
});

describe('tokens, as recorded', () => {
  test('the answer is JSON labelled text/html, with the scopes that were granted', async () => {
    const response = await requestToken(bench, [SCOPE.score, 'https://example.test/unknown']);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: SCOPE.score,
    });
  });

  test.each([
    ['the issuer', ''],
    ['a list with a stranger in it', 'https://other.example'],
  ])('an audience of %s is taken', async (_rule, stranger) => {
    const { issuer, tokenEndpoint } = bench.registration;
    const aud = stranger === '' ? issuer : [tokenEndpoint, stranger];
    const response = await requestToken(bench, [SCOPE.score], (claims) => ({ ...claims, aud }));
    expect(response.status).toBe(200);
  });

  test('unknown scopes alone are an invalid_scope', async () => {
    const response = await requestToken(bench, ['https://example.test/unknown']);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: 'invalid_scope' });
  });
});
