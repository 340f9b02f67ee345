import { expect, test } from '@jest/globals';
import { buildDiscussion } from '../../../../test/factories/discussion.ts';
import { effectsOf } from './effects.domain.ts';

const now = new Date('2027-03-01T10:00:00Z');
const facts = { learners: 30, silent: 12, posts: 40, grades: 0 };
const before = buildDiscussion({ submissionsCloseAt: '2027-03-08T12:00:00Z', points: 10 });
const grading = { by: 'milestones', milestonesPercent: 50, criteria: [] } as const;

test.each([
  ['a title touches nobody', { title: 'Other' }, []],
  ['the same moment written otherwise is no change', { submissionsCloseAt: '2027-03-08T12:00:00.000Z' }, []],
  ['a mode', { mode: 'postFirst' }, [{ code: 'modeChanged', to: 'postFirst', learners: 30, silent: 12 }]],
  ['names', { anonymity: 'full' }, [{ code: 'anonymityChanged', to: 'full', kept: 40 }]],
  ['groups', { groupSetId: 'set' }, [{ code: 'groupsChanged', perGroup: true, learners: 30 }]],
  ['no end', { submissionsCloseAt: null }, [{ code: 'endChanged', at: null, isOver: false, learners: 30 }]],
  [
    'an end that is past closes it at once',
    { submissionsCloseAt: '2027-03-01T10:00:00Z' },
    [{ code: 'endChanged', at: '2027-03-01T10:00:00Z', isOver: true, learners: 30 }],
  ],
  ['points', { points: 20 }, [{ code: 'pointsChanged', from: 10, to: 20 }]],
  ['what is graded', { grading }, [{ code: 'gradingChanged' }]],
] as const)('%s', (_rule, change, effects) =>
  expect(effectsOf(before, { ...before, ...change } as typeof before, facts, now)).toEqual(effects),
);

test('released grades stay until they are computed anew, whatever else changes', () => {
  const released = { ...facts, grades: 25 };
  const codes = (change: object) =>
    effectsOf(before, { ...before, ...change }, released, now).map(({ code }) => code);
  expect(codes({ points: 20 })).toEqual(['pointsChanged', 'gradesStay']);
  expect(codes({ mode: 'debate' })).toEqual(['modeChanged']);
});
