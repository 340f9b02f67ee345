import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Express } from 'express';
import { Router } from 'express';
import supertest from 'supertest';
import { z } from 'zod';
import { makeApp } from './app.ts';
import type { Endpoint } from './contracts/endpoint.ts';
import { AppError } from './core/app-error.ts';
import { systemClock } from './core/clock.ts';
import { createBearers } from './platform/http/bearer.ts';
import { handle } from './platform/http/route.ts';
import { createLog } from './platform/log/log.ts';
import { createMetrics } from './platform/metrics.ts';

const directory = mkdtempSync(join(tmpdir(), 'roundtable-app-'));
mkdirSync(join(directory, 'assets'));
writeFileSync(join(directory, 'index.html'), '<!doctype html><title>Client</title>');
writeFileSync(join(directory, 'assets', 'main-1a2b.js'), 'export {};');
afterAll(() => rmSync(directory, { recursive: true }));

const Fail = {
  method: 'post',
  path: '/fail',
  permission: 'public',
  summary: 'Throws what the test wants',
  body: z.object({ kind: z.enum(['app', 'driver', 'disk', 'bug']) }),
  response: z.object({}),
} satisfies Endpoint;

const THROWN = {
  app: new AppError('NOTHING_TO_RELEASE', { learners: 3 }),
  driver: Object.assign(new Error('no server'), { name: 'MongoServerSelectionError' }),
  disk: Object.assign(new Error('full'), { code: 14031 }),
  bug: new TypeError('secret detail'),
};

function build(lines: string[] = [], ready: () => Promise<void> = async () => {}): Express {
  return makeApp({
    log: createLog('debug', { write: (line) => void lines.push(line) }),
    clock: systemClock,
    publicUrl: 'https://tool.example.edu',
    trustProxy: 0,
    clientDirectory: directory,
    bearers: createBearers(Buffer.alloc(32)),
    administrators: { find: async () => null },
    routes: [
      handle(Fail, ({ body }) => {
        throw THROWN[body.kind];
      }),
    ],
    ltiRouter: Router(),
    fileContents: Router(),
    frameRules: {
      frameAncestors: async (key) => (key === 'known' ? ['https://lms.example.edu'] : []),
      formTargets: async (key) => (key === 'known' ? ['https://lms.example.edu'] : []),
      frameSources: ['https://miro.com'],
    },
    linkRouter: Router(),
    metrics: createMetrics(
      { countCommands: true, oldestUnsentGradeAt: async () => null, oldestDueMailAt: async () => null },
      () => new Date(),
    ),
    ready,
  });
}

describe('errors have one shape and one status each', () => {
  test.each([
    ['app', 409, 'NOTHING_TO_RELEASE', { learners: 3 }],
    ['driver', 503, 'DATABASE_UNAVAILABLE', {}],
    ['disk', 507, 'DISK_RESERVE_REACHED', {}],
    ['bug', 500, 'INTERNAL', {}],
  ])('%s is answered %i %s', async (kind, status, code, details) => {
    const lines: string[] = [];
    const answer = await supertest(build(lines)).post('/api/fail').send({ kind });
    expect(answer.status).toBe(status);
    const { error } = answer.body as { error: Record<string, unknown> };
    expect(error).toMatchObject({ code, details, requestId: answer.headers['x-request-id'] });
    expect(JSON.stringify(answer.body)).not.toContain('secret detail');
    // A fault of ours is found in the log by the id that the person was shown.
    const logged = lines.some(
      (line) => line.includes(String(error['requestId'])) && line.includes('request failed'),
    );
    expect(logged).toBe(status >= 500);
  });

  test('a wrong body says which field must be what', async () => {
    const answer = await supertest(build()).post('/api/fail').send({ kind: 'other' });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('body.kind');
  });
});

test('what stands in a query is in no log line, whatever becomes of the request', async () => {
  const lines: string[] = [];
  const app = supertest(build(lines));
  await app.get('/lti/register?invitation=one-time-secret&registration_token=one-time-secret');
  await app.get('/app/nothing?invitation=one-time-secret');
  expect(lines.join('')).toContain('/lti/register');
  expect(lines.join('')).not.toContain('one-time-secret');
});

describe('health', () => {
  test('alive, and ready while it can serve', async () => {
    const app = supertest(build());
    expect((await app.get('/healthz')).status).toBe(200);
    expect((await app.get('/readyz')).status).toBe(200);
  });

  test('not ready while it drains, but still alive', async () => {
    const app = supertest(
      build([], async () => {
        throw new AppError('DRAINING');
      }),
    );
    expect((await app.get('/readyz')).status).toBe(503);
    expect((await app.get('/healthz')).status).toBe(200);
  });
});

describe('the client’s page', () => {
  test('may be framed by the deployment’s LMS alone and runs no foreign or inline script', async () => {
    const answer = await supertest(build()).get('/app/p/known/activities/1');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("frame-ancestors 'self' https://lms.example.edu");
    expect(policy).toContain("form-action 'self' https://lms.example.edu");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain('frame-src https://miro.com;');
    expect(policy).not.toContain('unsafe');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });

  test('of an unknown deployment is framed by nobody else', async () => {
    const answer = await supertest(build()).get('/app/p/unknown/');
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'self';".slice(0, -1));
    expect(answer.headers['content-security-policy']).not.toContain('lms.example.edu');
  });

  test('files are kept for ever by their hashed names; others are not found', async () => {
    const app = supertest(build());
    expect((await app.get('/app/assets/main-1a2b.js')).headers['cache-control']).toContain('immutable');
    expect((await app.get('/app/assets/../../package.json')).status).toBe(404);
    expect((await app.get('/app/assets/%2e%2e/index.html')).status).toBe(404);
  });
});

describe('the log', () => {
  test('holds no bearer, code or query', async () => {
    const lines: string[] = [];
    await supertest(build(lines))
      .post('/api/fail?code=query-secret')
      .set('authorization', 'Bearer header-secret')
      .set('cookie', 'a=cookie-secret')
      .send({ kind: 'bug' });
    await supertest(build(lines)).get('/notices/unsubscribe?key=capability-secret');
    const text = lines.join('');
    expect(text).toContain('/api/fail');
    expect(text).toContain('/notices/unsubscribe');
    for (const secret of ['query-secret', 'header-secret', 'cookie-secret', 'capability-secret'])
      expect(text).not.toContain(secret);
  });
});
