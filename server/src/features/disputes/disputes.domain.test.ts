import { describe, expect, test } from '@jest/globals';
import {
  decideAnswer,
  decideOpen,
  decideTake,
  decideWithdraw,
  type Disputable,
  type Dispute,
  isOverdue,
  newestAbout,
  type Outcome,
  ownStanding,
} from './disputes.domain.ts';

const at = (time: string): Date => new Date(`2027-03-${time}Z`);
const RELEASED = at('01T12:00:00');
const grade = { kind: 'grade', columnId: 'c'.repeat(32) } as const;
const review = { kind: 'review', pseudonym: '2' } as const;
const by = { courseId: 'course', activityId: 'activity', memberId: 'ada' };

const disputable: Disputable = {
  releasedAt: RELEASED,
  times: null,
  targets: [
    { target: grade, label: 'Essay' },
    { target: review, label: null },
  ],
};

const buildDispute = (overrides: Partial<Dispute> = {}): Dispute => ({
  id: 'd',
  ...by,
  target: grade,
  reason: 'Too low.',
  state: 'open',
  openedAt: at('02T10:00:00'),
  answerBy: at('09T10:00:00'),
  takenBy: null,
  answer: null,
  revision: 1,
  ...overrides,
});
const answered = (state: 'upheld' | 'changed' | 'rejected', value: number | null = null) =>
  buildDispute({
    state,
    takenBy: 'tess',
    revision: 3,
    answer: { by: 'tess', at: at('03T10:00:00'), reason: 'Because.', grade: value },
  });
const taken = buildDispute({ state: 'taken', takenBy: 'tess', revision: 2 });
const withdrawn = buildDispute({ state: 'withdrawn', revision: 2 });
const refuse = (reason: string) => ({ type: 'refuse', reason });

describe('opening', () => {
  const command = { id: 'new', target: grade, reason: 'Too low.' };
  test.each<
    [
      string,
      Disputable,
      Dispute[],
      typeof command | { id: string; target: typeof review; reason: string },
      Date,
      object,
    ]
  >([
    [
      'an own grade can be disputed, to be answered within a week',
      disputable,
      [],
      command,
      at('02T10:00:00'),
      { type: 'open', dispute: { state: 'open', answerBy: at('09T10:00:00'), memberId: 'ada', revision: 1 } },
    ],
    [
      'so can a received review',
      disputable,
      [],
      { ...command, target: review },
      at('02T10:00:00'),
      { type: 'open' },
    ],
    ['at the last moment', disputable, [], command, at('15T12:00:00'), { type: 'open' }],
    ['not a second later', disputable, [], command, at('15T12:00:01'), refuse('DISPUTES_CLOSED')],
    [
      'nothing before the release',
      { releasedAt: null, times: null, targets: [] },
      [],
      command,
      at('02T10:00:00'),
      refuse('DISPUTES_CLOSED'),
    ],
    [
      'nothing that is not the learner’s',
      { ...disputable, targets: [] },
      [],
      command,
      at('02T10:00:00'),
      refuse('NOT_FOUND'),
    ],
    ['not twice at once', disputable, [buildDispute()], command, at('02T11:00:00'), refuse('DISPUTE_EXISTS')],
    ['not while staff are at it', disputable, [taken], command, at('02T11:00:00'), refuse('DISPUTE_EXISTS')],
    [
      'an answer is final',
      disputable,
      [answered('rejected')],
      command,
      at('04T11:00:00'),
      refuse('DISPUTE_EXISTS'),
    ],
    [
      'but one that was withdrawn can be made anew',
      disputable,
      [withdrawn],
      command,
      at('02T11:00:00'),
      { type: 'open' },
    ],
    [
      'another thing can be disputed beside it',
      disputable,
      [taken],
      { ...command, target: review },
      at('02T11:00:00'),
      { type: 'open' },
    ],
    [
      'the same request again changes nothing',
      disputable,
      [buildDispute({ id: 'new' })],
      command,
      at('20T11:00:00'),
      { type: 'unchanged' },
    ],
    [
      'the same id with other words is refused',
      disputable,
      [{ ...withdrawn, id: 'new', reason: 'Other.' }],
      command,
      at('02T11:00:00'),
      refuse('DISPUTE_EXISTS'),
    ],
  ])('%s', (_rule, snapshot, own, wanted, now, expected) => {
    expect(decideOpen(snapshot, own, wanted, by, now)).toMatchObject(expected);
  });
});

describe('withdrawing', () => {
  test.each<[string, Dispute | null, string, object]>([
    ['an open one', buildDispute(), 'ada', { type: 'step', dispute: { state: 'withdrawn', revision: 2 } }],
    [
      'one that staff have taken',
      taken,
      'ada',
      { type: 'step', dispute: { state: 'withdrawn', revision: 3 } },
    ],
    ['twice changes nothing', withdrawn, 'ada', { type: 'unchanged' }],
    ['not after the answer', answered('upheld'), 'ada', refuse('DISPUTE_ANSWERED')],
    ['not another’s: it is not there', buildDispute(), 'bo', refuse('NOT_FOUND')],
    ['not what is not in this course', null, 'ada', refuse('NOT_FOUND')],
  ])('%s', (_rule, dispute, who, expected) => {
    expect(decideWithdraw(dispute, who)).toMatchObject(expected);
  });
});

describe('taking', () => {
  test.each<[string, Dispute | null, string, number, object]>([
    [
      'an open one',
      buildDispute(),
      'tess',
      1,
      { type: 'step', dispute: { state: 'taken', takenBy: 'tess', revision: 2 } },
    ],
    ['over from a colleague', taken, 'tom', 2, { type: 'step', dispute: { takenBy: 'tom', revision: 3 } }],
    ['twice changes nothing', taken, 'tess', 1, { type: 'unchanged' }],
    ['not when a colleague was faster', taken, 'tom', 1, refuse('STALE_REVISION')],
    ['not after the answer', answered('rejected'), 'tom', 3, refuse('DISPUTE_ANSWERED')],
    ['not what was withdrawn', withdrawn, 'tess', 2, refuse('DISPUTE_ANSWERED')],
    ['not what is not in this course', null, 'tess', 1, refuse('NOT_FOUND')],
  ])('%s', (_rule, dispute, who, revision, expected) => {
    expect(decideTake(dispute, who, revision)).toMatchObject(expected);
  });
});

describe('answering', () => {
  const instructor = { id: 'tess', mayChangeGrades: true };
  const assistant = { id: 'tess', mayChangeGrades: false };
  const upheld: Outcome = { state: 'upheld' };
  const changed: Outcome = { state: 'changed', grade: 15 };
  test.each<[string, Dispute | null, Outcome, typeof instructor, number, object]>([
    [
      'accepted, the grade stays',
      taken,
      upheld,
      assistant,
      2,
      { type: 'step', dispute: { state: 'upheld', answer: { grade: null } } },
    ],
    [
      'accepted, with a new grade',
      taken,
      changed,
      instructor,
      2,
      { type: 'step', dispute: { state: 'changed', answer: { grade: 15 } } },
    ],
    [
      'not accepted',
      taken,
      { state: 'rejected' },
      assistant,
      2,
      { type: 'step', dispute: { state: 'rejected', revision: 3 } },
    ],
    ['no new grade without the right to set grades', taken, changed, assistant, 2, refuse('FORBIDDEN')],
    ['not before taking it', buildDispute(), upheld, instructor, 1, refuse('DISPUTE_NOT_TAKEN')],
    [
      'not what a colleague has taken',
      { ...taken, takenBy: 'tom' },
      upheld,
      instructor,
      2,
      refuse('DISPUTE_NOT_TAKEN'),
    ],
    ['not what was withdrawn meanwhile', withdrawn, upheld, instructor, 2, refuse('DISPUTE_ANSWERED')],
    ['not another revision', taken, upheld, instructor, 1, refuse('STALE_REVISION')],
    [
      'the same answer again changes nothing',
      answered('changed', 15),
      changed,
      instructor,
      2,
      { type: 'unchanged' },
    ],
    ['another answer is refused', answered('changed', 15), upheld, instructor, 3, refuse('DISPUTE_ANSWERED')],
    [
      'another grade is another answer',
      answered('changed', 14),
      changed,
      instructor,
      3,
      refuse('DISPUTE_ANSWERED'),
    ],
    ['not what is not in this course', null, upheld, instructor, 1, refuse('NOT_FOUND')],
  ])('%s', (_rule, dispute, outcome, staff, expectedRevision, expected) => {
    const command = { outcome, reason: 'Because.', expectedRevision };
    expect(decideAnswer(dispute, command, staff, at('20T10:00:00'))).toMatchObject(expected);
  });
});

test.each<[string, Dispute, Date, boolean]>([
  ['one that waits beyond its date is overdue', taken, at('09T10:00:01'), true],
  ['not at its date', taken, at('09T10:00:00'), false],
  ['an answered one never is', answered('upheld'), at('20T10:00:00'), false],
])('%s', (_rule, dispute, now, expected) => {
  expect(isOverdue(dispute, now)).toBe(expected);
});

test('the newest dispute about a thing is the one that counts, whatever the order', () => {
  const later = buildDispute({ id: 'later', openedAt: at('04T10:00:00') });
  const other = buildDispute({ id: 'other', target: review, openedAt: at('05T10:00:00') });
  expect(newestAbout([withdrawn, other, later], grade)?.id).toBe('later');
  expect(newestAbout([later, withdrawn], grade)?.id).toBe('later');
  expect(newestAbout([later], review)).toBeNull();
});

describe('an activity’s own times', () => {
  const within = (times: NonNullable<Disputable['times']>): Disputable => ({ ...disputable, times });
  const command = { id: 'new', target: grade, reason: 'Too low.' };
  test.each([
    [
      'a shorter time ends earlier',
      { openDays: 2, answerDays: 7 },
      at('03T12:00:01'),
      refuse('DISPUTES_CLOSED'),
    ],
    ['at its last moment it is open', { openDays: 2, answerDays: 7 }, at('03T12:00:00'), { type: 'open' }],
    ['a longer time ends later', { openDays: 30, answerDays: 7 }, at('25T12:00:00'), { type: 'open' }],
    [
      'no days: nothing can be disputed',
      { openDays: 0, answerDays: 7 },
      at('01T12:00:01'),
      refuse('DISPUTES_CLOSED'),
    ],
    [
      'staff should answer within the days that it says',
      { openDays: 14, answerDays: 3 },
      at('02T10:00:00'),
      { dispute: { answerBy: at('05T10:00:00') } },
    ],
  ])('%s', (_rule, settings, now, expected) => {
    const decision = decideOpen(within({ ...settings, revision: 1 }), [], command, by, now);
    expect(decision).toMatchObject(expected);
  });

  test('tell the learner until when', () => {
    const settings = { openDays: 2, answerDays: 7, revision: 1 };
    expect(ownStanding(within(settings), [], true, at('02T12:00:00'))).toMatchObject({
      until: at('03T12:00:00'),
      targets: [{ canDispute: true }, { canDispute: true }],
    });
    expect(ownStanding(within(settings), [], true, at('04T12:00:00')).targets[0]).toMatchObject({
      canDispute: false,
    });
  });
});
