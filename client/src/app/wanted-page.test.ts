import { describe, expect, test } from '@jest/globals';
import { blockedTab, memoryTab } from './memory-tab.ts';
import type { Session } from './session-store.ts';
import { takeWantedPage, wantPage } from './wanted-page.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-22T10:00:00Z');
const ACTIVITY = 'a'.repeat(32);
const REVIEW = `/activities/${ACTIVITY}/reviews/r1`;

const POST = `/discussions/${ACTIVITY}/threads/t1?post=7`;
const PROJECT = `/group-work/${ACTIVITY}?tab=groups`;

const session = (
  memberId: string,
  landing: Session['landing'] = { kind: 'activity', activityId: ACTIVITY },
) => ({ member: { id: memberId }, landing }) as Session;

describe('the page that was wanted before a launch', () => {
  test.each<[string, string, string | null, number, Session, string | null]>([
    ['of the same person is opened', REVIEW, 'ada', NOW, session('ada'), REVIEW],
    ['another page of the course too', '/queue', 'ada', NOW, session('ada'), '/queue'],
    ['after a night as well', REVIEW, 'ada', NOW - 14 * HOUR, session('ada'), REVIEW],
    ['but not after days', REVIEW, 'ada', NOW - 25 * HOUR, session('ada'), null],
    ['of another person is not', REVIEW, 'bo', NOW, session('ada'), null],
    ['of nobody known is, when the launch leads to its activity', REVIEW, null, NOW, session('ada'), REVIEW],
    ['a link to a post as well', POST, null, NOW, session('ada'), POST],
    ['and one to a group project', PROJECT, null, NOW, session('ada'), PROJECT],
    ['of nobody known and elsewhere is not', '/queue', null, NOW, session('ada'), null],
    [
      'of nobody known and of another activity is not',
      `/activities/${'b'.repeat(32)}`,
      null,
      NOW,
      session('ada'),
      null,
    ],
    ['gives way to what the LMS asks for', REVIEW, 'ada', NOW, session('ada', { kind: 'notReady' }), null],
    ['is no other host', '//evil.test/x', 'ada', NOW, session('ada'), null],
  ])('%s', (_rule, path, memberId, at, opened, expected) => {
    const { tab: storage } = memoryTab();
    wantPage(storage, { path, memberId, at });
    expect(takeWantedPage(storage, opened, NOW)).toBe(expected);
  });

  test('is opened once', () => {
    const { tab: storage } = memoryTab();
    wantPage(storage, { path: REVIEW, memberId: 'ada', at: NOW });
    takeWantedPage(storage, session('ada'), NOW);
    expect(takeWantedPage(storage, session('ada'), NOW)).toBeNull();
  });

  test('is nothing for the start page, and nothing where storage is blocked', () => {
    const { tab: storage } = memoryTab();
    wantPage(storage, { path: '/', memberId: 'ada', at: NOW });
    expect(takeWantedPage(storage, session('ada'), NOW)).toBeNull();
    const blocked = blockedTab();
    wantPage(blocked, { path: REVIEW, memberId: 'ada', at: NOW });
    expect(takeWantedPage(blocked, session('ada'), NOW)).toBeNull();
  });

  test.each(['{', 'null', '[]', '{"path":5,"at":1}', '{"path":"/x"}'])(
    '%s in its place is nothing',
    (text) => {
      const { tab: storage } = memoryTab();
      storage.write('page', text);
      expect(takeWantedPage(storage, session('ada'), NOW)).toBeNull();
    },
  );
});
