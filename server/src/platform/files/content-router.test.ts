import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { contentRouter, dispositionOf } from './content-router.ts';
import { errorHandler } from '../http/errors.ts';
import { createLog } from '../log/log.ts';
import type { OpenedFile } from './ports.ts';

const content = Buffer.from('0123456789');
const file = (overrides: Partial<OpenedFile> = {}): OpenedFile => ({
  type: 'application/pdf',
  size: content.length,
  name: 'Essay.pdf',
  download: false,
  read: (range) => Readable.from([range ? content.subarray(range.start, range.end + 1) : content]),
  ...overrides,
});

function serving(opened: OpenedFile) {
  const app = express();
  app.use(contentRouter((secret) => Promise.resolve(secret === 'good' ? opened : null)));
  app.use(errorHandler(createLog('silent')));
  return supertest(app);
}

describe('the content of a file', () => {
  test('comes whole, with headers that let nothing in it run', async () => {
    const answer = await serving(file()).get('/files/content?key=good').buffer(true).parse(collect);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(content);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(answer.headers['content-security-policy']).toMatch(
      /default-src 'none'.*sandbox.*frame-ancestors 'none'/,
    );
  });

  test.each([
    ['the first bytes', 'bytes=0-3', 206, 'bytes 0-3/10', '0123'],
    ['the rest', 'bytes=8-', 206, 'bytes 8-9/10', '89'],
    ['the last bytes', 'bytes=-2', 206, 'bytes 8-9/10', '89'],
    ['more than there is', 'bytes=5-99', 206, 'bytes 5-9/10', '56789'],
    ['beyond the end', 'bytes=10-12', 416, 'bytes */10', ''],
    ['several parts, as the whole', 'bytes=0-1,5-6', 200, undefined, '0123456789'],
    ['nonsense, as the whole', 'bytes=x', 200, undefined, '0123456789'],
    ['another unit, as the whole', 'lines=0-1', 200, undefined, '0123456789'],
  ])('%s', async (_what, range, status, contentRange, expected) => {
    const answer = await serving(file())
      .get('/files/content?key=good')
      .set('Range', range)
      .buffer(true)
      .parse(collect);
    expect([answer.status, answer.headers['content-range'], String(answer.body)]).toEqual([
      status,
      contentRange,
      expected,
    ]);
  });

  test('is told without being sent', async () => {
    const answer = await serving(file()).head('/files/content?key=good');
    expect([answer.status, answer.headers['content-length']]).toEqual([200, '10']);
  });

  test('text is sent as text, whatever stands in it', async () => {
    const answer = await serving(file({ type: 'text/plain', name: 'page.html.txt' })).get(
      '/files/content?key=good',
    );
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  test.each(['', '?key=', '?key=bad', '?key[]=good', '?key=good&key=good'])('not by %j', async (query) => {
    const answer = await serving(file()).get(`/files/content${query}`);
    expect(answer.status).toBe(404);
  });
});

test.each([
  ['Essay.pdf', `inline; filename="Essay.pdf"; filename*=UTF-8''Essay.pdf`],
  ['Brücke (1).pdf', `inline; filename="Br_cke (1).pdf"; filename*=UTF-8''Br%C3%BCcke%20%281%29.pdf`],
  ['جسر.pdf', `inline; filename="___.pdf"; filename*=UTF-8''%D8%AC%D8%B3%D8%B1.pdf`],
  [
    'a"b\r\nSet-Cookie: x.pdf',
    `inline; filename="a_b__Set-Cookie: x.pdf"; filename*=UTF-8''a%22b%0D%0ASet-Cookie%3A%20x.pdf`,
  ],
  ['\ud800.pdf', `inline; filename="_.pdf"; filename*=UTF-8''_.pdf`],
])('%j is a name that no header breaks on', (name, expected) => {
  expect(dispositionOf({ name, download: false })).toBe(expected);
  expect(dispositionOf({ name, download: true })).toMatch(/^attachment; /);
});

function collect(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as Readable;
  const parts: Buffer[] = [];
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}
