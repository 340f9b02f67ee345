import { describe, expect, test } from '@jest/globals';
import { buildDiscussion } from '../../../../test/factories/discussion.ts';
import { effectsOf } from './effects.domain.ts';

const now = new Date('2027-03-01T10:00:00Z');
const dates = (post: string) => new Map([['post', new Date(post)]]);
const moved = { name: null, before: dates('2027-03-08T12:00:00Z'), after: new Map<string, Date>() };
const learners = Array.from({ length: 30 }, () => moved);
const marks = { accepted: 5, endorsedTalk: 6, sides: 7 };
const facts = { learners, silent: 12, posts: 40, waiting: 3, grades: 0, ...marks };
const unseen = { accepted: 0, endorsed: 0, sides: 0, sideless: 0 };
const keeping = { count: 0, names: [] };
const before = buildDiscussion({ submissionsCloseAt: '2027-03-08T12:00:00Z', points: 10 });
const grading = { by: 'milestones', milestonesPercent: 50, criteria: [] } as const;

test.each([
  ['a title touches nobody', { title: 'Other' }, []],
  ['the same moment written otherwise is no change', { submissionsCloseAt: '2027-03-08T12:00:00.000Z' }, []],
  ['seconds are no change', { submissionsCloseAt: '2027-03-08T12:00:59Z' }, []],
  [
    'a mode',
    { mode: 'postFirst' },
    [{ code: 'modeChanged', to: 'postFirst', learners: 30, silent: 12, ...unseen }],
  ],
  ['names', { anonymity: 'full' }, [{ code: 'anonymityChanged', to: 'full', kept: 40 }]],
  [
    'posts wait from now on',
    { approval: { everybody: true, memberIds: [] } },
    [{ code: 'approvalChanged', isOn: true, learners: 30, waiting: 3 }],
  ],
  ['those of one more person wait', { approval: { everybody: false, memberIds: ['ada'] } }, []],
  ['who reads earlier versions', { history: 'all' }, [{ code: 'historyChanged', to: 'all', kept: 40 }]],
  ['groups', { groupSetId: 'set' }, [{ code: 'groupsChanged', perGroup: true, learners: 30 }]],
  [
    'no end',
    { submissionsCloseAt: null },
    [{ code: 'endChanged', at: null, isOver: false, learners: 30, keeping }],
  ],
  [
    'an end that is past closes it at once',
    { submissionsCloseAt: '2027-03-01T10:00:00Z' },
    [{ code: 'endChanged', at: '2027-03-01T10:00:00Z', isOver: true, learners: 30, keeping }],
  ],
  ['points', { points: 20 }, [{ code: 'pointsChanged', from: 10, to: 20 }]],
  ['what is graded', { grading }, [{ code: 'gradingChanged' }]],
] as const)('%s', (_rule, change, effects) =>
  expect(effectsOf(before, { ...before, ...change } as typeof before, facts, now)).toEqual(effects),
);

test.each([
  ['question', 'open', { accepted: 5 }],
  ['question', 'debate', { accepted: 5, sideless: 33 }],
  ['open', 'question', { endorsed: 6 }],
  ['debate', 'question', { endorsed: 6, sides: 7 }],
  ['debate', 'postFirst', { sides: 7 }],
  ['postFirst', 'debate', { sideless: 33 }],
  ['open', 'postFirst', {}],
] as const)('from %s to %s it is told what is not shown any more', (from, to, gone) =>
  expect(effectsOf({ ...before, mode: from }, { ...before, mode: to }, facts, now)).toEqual([
    { code: 'modeChanged', to, learners: 30, silent: 12, ...unseen, ...gone },
  ]),
);

describe('of dates, those are counted whose own really change', () => {
  const milestone = { n: 1, kind: 'thread', count: 1, words: 0, differentPeople: false, points: 5 } as const;
  const having = (dueAt: string) => ({ ...before, milestones: [{ ...milestone, dueAt }] });
  const at = (milestone1: string, post: string) =>
    new Map([...dates(post), ['milestone1', new Date(milestone1)]]);
  const [early, late, extended] = ['2027-03-03T12:00:00Z', '2027-03-04T12:00:00Z', '2027-03-20T12:00:00Z'];
  const end = '2027-03-08T12:00:00Z';
  const ada = { name: 'Ada', before: at(extended, extended), after: at(extended, extended) };
  const ben = { name: 'Ben', before: at(early, end), after: at(late, late) };
  const effects = (from: typeof before, change: object) =>
    effectsOf(from, { ...from, ...change }, { ...facts, learners: [ada, ben] }, now);

  test('who has more time for writing keeps it, and is named', () => {
    expect(effects(before, { submissionsCloseAt: late })).toMatchObject([
      { code: 'endChanged', learners: 1, keeping: { count: 1, names: ['Ada'] } },
    ]);
  });

  test('the same for the dates of milestones, but not for what they ask', () => {
    const from = having(early);
    expect(effects(from, { milestones: having(late).milestones })).toMatchObject([
      { code: 'milestonesChanged', learners: 1, keeping: { count: 1, names: ['Ada'] } },
    ]);
    expect(effects(from, { milestones: [{ ...milestone, dueAt: early, count: 2 }] })).toMatchObject([
      { code: 'milestonesChanged', learners: 2, keeping },
    ]);
  });
});

test('released grades stay until they are computed anew, whatever else changes', () => {
  const released = { ...facts, grades: 25 };
  const codes = (change: object) =>
    effectsOf(before, { ...before, ...change }, released, now).map(({ code }) => code);
  expect(codes({ points: 20 })).toEqual(['pointsChanged', 'gradesStay']);
  expect(codes({ mode: 'debate' })).toEqual(['modeChanged']);
});
