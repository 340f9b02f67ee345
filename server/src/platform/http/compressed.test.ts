import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { compressedFiles } from './compressed.ts';

const SCRIPT = 'export const text = "text";';
const directory = mkdtempSync(join(tmpdir(), 'roundtable-assets-'));
writeFileSync(join(directory, 'main.js'), SCRIPT);
writeFileSync(join(directory, 'main.js.br'), brotliCompressSync(SCRIPT));
writeFileSync(join(directory, 'main.js.gz'), gzipSync(SCRIPT));
writeFileSync(join(directory, 'small.css'), 'a{}');
afterAll(() => rmSync(directory, { recursive: true }));

const app = express().use(compressedFiles(directory), express.static(directory));
const get = (path: string, encodings: string) => supertest(app).get(path).set('Accept-Encoding', encodings);

test.each([
  ['the smallest form goes to who takes it', 'gzip, deflate, br', 'br'],
  ['gzip goes to who takes only that', 'gzip', 'gzip'],
  ['who takes neither gets the file itself', 'identity', undefined],
  ['a form that is refused is not sent', 'gzip, br;q=0', 'gzip'],
])('%s', async (_rule, encodings, encoding) => {
  const answer = await get('/main.js', encodings);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(answer.headers['content-type']).toMatch(/^text\/javascript/);
  expect(answer.headers['vary']).toBe('Accept-Encoding');
  expect(answer.text).toBe(SCRIPT);
});

test('what the build did not compress is sent as it is', async () => {
  const answer = await get('/small.css', 'gzip, br');
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.text).toBe('a{}');
});

test.each(['/missing.js', '/..%2fmain.js', '/main.js/'])('%s is not found', async (path) => {
  expect((await get(path, 'gzip, br')).status).toBe(404);
});
