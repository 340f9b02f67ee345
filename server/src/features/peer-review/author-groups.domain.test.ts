import { describe, expect, test } from '@jest/globals';
import { buildPeerReview, buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import type { TimelineChanges } from '../../core/timeline.ts';
import { authorStateOf, groupAtHandIn, withLatestOf } from './author-groups.domain.ts';

const red = { groupId: 'red', name: 'Red', memberIds: ['ada', 'bo'] };
const blue = { groupId: 'blue', name: 'Blue', memberIds: ['chi'] };
const ofRed = buildSubmission({
  authorId: 'ada',
  group: { id: 'red', name: 'Red', memberIds: ['ada', 'bo'] },
});

test.each([
  ['in a group that has not handed in, one writes with it', null, red, null, 'inGroup'],
  ['whose group has handed in with them shares that', ofRed, red, null, 'inGroup'],
  ['who is in another group now keeps what was handed in before', ofRed, blue, null, 'left'],
  ['who is in no group any more keeps it too', ofRed, null, null, 'left'],
  ['who joined after it was handed in has no part in it yet', null, red, ofRed, 'cameLater'],
  ['in no group there is nothing to hand in with', null, null, null, 'noGroup'],
])('%s', (_rule, shared, own, ofGroup, expected) =>
  expect(authorStateOf(shared, own, ofGroup)).toBe(expected),
);

describe('who shares what is handed in', () => {
  test.each([
    ['those who are in the group', red, null, [], ['ada', 'bo']],
    ['those who had a part before keep it', { ...red, memberIds: ['bo'] }, ofRed.group, [], ['ada', 'bo']],
    [
      'who has joined since is added',
      { ...red, memberIds: ['ada', 'bo', 'dee'] },
      ofRed.group,
      [],
      ['ada', 'bo', 'dee'],
    ],
    [
      'who has a part in another work keeps that one',
      { ...blue, memberIds: ['bo', 'chi'] },
      null,
      [ofRed],
      ['chi'],
    ],
  ])('%s', (_rule, group, before, others, expected) =>
    expect(groupAtHandIn(group, before ?? null, others).memberIds).toEqual(expected),
  );
});

describe('the dates of a group', () => {
  const late = { dueAt: '2027-03-01T10:00:00.000Z', graceMinutes: 0, percentPerDay: 10, lowestPercent: 0 };
  const settings = buildSettings({ late, revision: { closesAt: '2027-03-15T12:00:00.000Z' } });
  const review = buildPeerReview({ settings });
  const extended = (until: TimelineChanges['extensions'][number]['until']): TimelineChanges => ({
    extensions: [{ until, zone: 'UTC' }],
    accommodation: null,
  });
  const changes = new Map([
    ['bo', extended({ due: '2027-03-02T10:00:00.000Z', handIn: '2027-03-03T12:00:00.000Z' })],
    ['dee', extended({ handIn: '2027-03-09T12:00:00.000Z' })],
  ]);

  test('are the latest of those in it, and of nobody else', () => {
    const own = withLatestOf(review, changes, review, red.memberIds);
    expect(own.settings.submissionsCloseAt).toBe('2027-03-03T12:00:00.000Z');
    expect(own.settings.late?.dueAt).toBe('2027-03-02T10:00:00.000Z');
    expect(own.handInExtended).toBe(true);
  });

  test('do not touch the own dates for reviewing, and stay as they are where nobody has more time', () => {
    const own = withLatestOf(review, changes, review, ['ada']);
    expect(own.settings).toEqual(settings);
    expect(own.handInExtended).toBe(false);
  });
});
