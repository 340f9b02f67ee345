import { expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { createBearers } from './bearer.ts';
import type { BearerClaims } from './ports.ts';

const bearers = createBearers(Buffer.alloc(32, 7));
const now = new Date('2026-01-01T10:00:00Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const claims: BearerClaims = {
  courseId: 'c',
  platformId: 'p',
  deploymentId: 'd',
  memberId: 'm',
  launchId: 'l',
  role: 'learner',
  readOnly: false,
  testUser: false,
  name: 'Ada',
};

test('a bearer gives back what it was signed for', async () => {
  expect(await bearers.verify(await bearers.sign(claims, now, later(15)), later(14))).toEqual({
    ...claims,
    expiresAt: later(15),
  });
});

test('a bearer that was taken before is refused from its end on like any other', async () => {
  const bearer = await bearers.sign(claims, now, later(15));
  await bearers.verify(bearer, later(1));
  expect(await bearers.verify(bearer, later(14))).toMatchObject({ name: 'Ada' });
  await expect(bearers.verify(bearer, later(15))).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  await expect(bearers.verify(`${bearer}x`, later(14))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('an expired bearer says so, so that the client asks to open again', async () => {
  const bearer = await bearers.sign(claims, now, later(15));
  await expect(bearers.verify(bearer, later(16))).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
});

test.each([
  ['one signed with another secret', () => createBearers(Buffer.alloc(32, 8)).sign(claims, now, later(15))],
  ['an unsigned one', async () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(claims))}.`],
  ['text', async () => 'x'],
  ['one whose role was made up', () => bearers.sign({ ...claims, role: 'owner' as never }, now, later(15))],
  [
    'one of the same key without our issuer',
    () =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime(later(15))
        .sign(Buffer.alloc(32, 7)),
  ],
])('%s is no bearer', async (_case, forge) => {
  await expect(bearers.verify(await forge(), now)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});
