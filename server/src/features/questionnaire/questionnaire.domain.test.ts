import { describe, expect, test } from '@jest/globals';
import { buildItem, buildQuestionnaire, idOf, keyed } from '../../../../test/factories/questionnaire.ts';
import {
  type Answered,
  askedItems,
  countable,
  decideSave,
  decideSubmit,
  isVisibleTo,
  itemsAsked,
  mayAnswer,
  ownCheckOf,
  phaseOf,
  type Questionnaire,
  revealOf,
  type Settings,
  type Sheet,
} from './questionnaire.domain.ts';

const settings = (overrides: Record<string, unknown> = {}) => buildQuestionnaire(overrides) as Settings;
const questionnaire = (overrides: Partial<Questionnaire> = {}): Questionnaire => ({
  id: idOf('q'),
  courseId: 'course',
  settings: settings(),
  state: 'open',
  revision: 3,
  version: 2,
  pool: [],
  seed: '',
  createdAt: new Date(0),
  createdBy: idOf('staff'),
  ...overrides,
});
const sheet = (overrides: Partial<Sheet> = {}): Sheet => ({
  answers: {},
  revision: 1,
  savedAt: null,
  key: null,
  answered: false,
  sent: 0,
  ...overrides,
});
/** One with a key, to be taken twice. */
const check = (overrides: Partial<Questionnaire> = {}, feedback = 'atOnce'): Questionnaire =>
  questionnaire({
    settings: settings({ items: [keyed('oneChoice')], check: { feedback, attempts: 2, counts: 'best' } }),
    ...overrides,
  });
/** Two rounds of three days from the 2nd on. */
const weekly = questionnaire({
  settings: settings({
    opensAt: '2027-01-02T00:00:00.000Z',
    repeat: { kind: 'weekly', times: 2, openDays: 3, zone: 'UTC' },
  }),
});
const at = (day: number): Date => new Date(Date.UTC(2027, 0, day));

describe('saving', () => {
  const other = settings({ title: 'Other' });
  const otherItems = settings({ items: [buildItem('oneChoice')] });
  test.each<[string, Questionnaire | null, Settings, number, unknown]>([
    ['a new one is made', null, settings(), 0, { type: 'create' }],
    ['what is not there is not changed', null, settings(), 1, { type: 'refuse', reason: 'NOT_FOUND' }],
    ['the same again changes nothing', questionnaire(), settings(), 0, { type: 'unchanged' }],
    ['somebody was faster', questionnaire(), other, 2, { type: 'refuse', reason: 'STALE_REVISION' }],
    ['a draft is changed in place', questionnaire({ state: 'draft' }), otherItems, 3, { type: 'change' }],
    [
      'other draws of a published one are a new version',
      questionnaire(),
      settings({ draws: [{ id: idOf('draw'), tag: 'easy', count: 1 }] }),
      3,
      { type: 'newVersion' },
    ],
    [
      'draws alone are something to ask',
      questionnaire(),
      settings({ items: [], draws: [{ id: idOf('draw'), tag: 'easy', count: 1 }] }),
      3,
      { type: 'newVersion' },
    ],
    ['a title of a published one too', questionnaire(), other, 3, { type: 'change' }],
    [
      'other items of a published one are a new version',
      questionnaire(),
      otherItems,
      3,
      { type: 'newVersion' },
    ],
    [
      'a published one keeps its promise of who reads',
      questionnaire(),
      settings({ visibility: 'identified' }),
      3,
      { type: 'refuse', reason: 'ACTIVITY_HAS_WORK' },
    ],
    [
      'a published one keeps an item',
      questionnaire(),
      settings({ items: [] }),
      3,
      { type: 'refuse', reason: 'ACTIVITY_HAS_WORK' },
    ],
    [
      'a closed one stays',
      questionnaire({ state: 'closed' }),
      other,
      3,
      { type: 'refuse', reason: 'ACTIVITY_HAS_WORK' },
    ],
  ])('%s', (_rule, current, wanted, revision, expected) =>
    expect(decideSave(current, wanted, revision)).toEqual(expected),
  );

  test('keys in another order are the same settings', () => {
    const turned = Object.fromEntries(Object.entries(settings()).toReversed()) as unknown as Settings;
    expect(decideSave(questionnaire(), turned, 3)).toEqual({ type: 'unchanged' });
  });
});

describe('phases', () => {
  const dated = (state: Questionnaire['state']) =>
    questionnaire({
      state,
      settings: settings({ opensAt: at(2).toISOString(), closesAt: at(4).toISOString() }),
    });
  test.each<[string, Questionnaire, Date, string, boolean]>([
    ['a draft', dated('draft'), at(3), 'draft', false],
    ['before it opens', dated('open'), at(1), 'upcoming', false],
    ['as it opens', dated('open'), at(2), 'open', true],
    ['as it closes', dated('open'), at(4), 'closed', true],
    ['closed by staff before its time', dated('closed'), at(3), 'closed', true],
    ['without dates', questionnaire(), at(9), 'open', true],
    ['in its second round', weekly, at(10), 'open', true],
    ['between two rounds', weekly, at(6), 'between', true],
    ['after the last round', weekly, at(13), 'closed', true],
  ])('%s', (_rule, subject, now, phase, isVisible) => {
    expect(phaseOf(subject, now)).toBe(phase);
    expect(isVisibleTo(subject, null, now)).toBe(isVisible);
  });
});

describe('sending in rounds', () => {
  const sent = { version: 2, round: 2, attempt: 1, answers: { [idOf('one')]: idOf('No') } };
  test.each<[string, number, number, Sheet | null, string]>([
    ['in the round that is open', 2, 10, null, 'accept'],
    ['again, for the round that was answered', 2, 10, sheet({ answered: true, sent: 1 }), 'done'],
    ['what was begun in the round before', 1, 10, null, 'QUESTIONNAIRE_CLOSED'],
    ['between two rounds', 1, 6, null, 'QUESTIONNAIRE_CLOSED'],
    ['for a round that is to come', 2, 3, null, 'QUESTIONNAIRE_CLOSED'],
  ])('%s', (_rule, round, day, own, expected) => {
    const decision = decideSubmit(weekly, own, weekly.settings.items, { ...sent, round }, at(day));
    expect(decision.type === 'refuse' ? decision.reason : decision.type).toBe(expected);
  });

  test('a published rhythm stays, other settings may change', () => {
    const { settings: now } = weekly;
    const save = (overrides: Partial<Settings>) => decideSave(weekly, { ...now, ...overrides }, 3);
    expect(save({ repeat: undefined })).toMatchObject({ reason: 'ACTIVITY_HAS_WORK' });
    expect(save({ opensAt: at(3).toISOString() })).toMatchObject({ reason: 'ACTIVITY_HAS_WORK' });
    expect(save({ title: 'Other' })).toEqual({ type: 'change' });
    expect(save({ closesAt: at(30).toISOString() })).toEqual({ type: 'change' });
  });
});

describe('sending', () => {
  const good = { version: 2, round: 1, attempt: 1, answers: { [idOf('one')]: idOf('No') } };
  test.each<[string, Questionnaire, Sheet | null, typeof good | Record<string, unknown>, unknown]>([
    ['complete answers', questionnaire(), null, good, { type: 'accept' }],
    [
      'a second time',
      questionnaire({ state: 'closed' }),
      sheet({ answered: true, sent: 1 }),
      good,
      { type: 'done' },
    ],
    [
      'another attempt where there is one',
      questionnaire(),
      sheet({ answered: true, sent: 1 }),
      { ...good, attempt: 2 },
      { type: 'refuse', reason: 'ATTEMPTS_USED' },
    ],
    [
      'the second of two attempts',
      check(),
      sheet({ answered: true, sent: 1 }),
      { ...good, attempt: 2 },
      { type: 'accept' },
    ],
    [
      'the second attempt before the first',
      check(),
      sheet(),
      { ...good, attempt: 2 },
      { type: 'refuse', reason: 'STALE_REVISION' },
    ],
    [
      'after the end',
      questionnaire({ state: 'closed' }),
      sheet(),
      good,
      { type: 'refuse', reason: 'QUESTIONNAIRE_CLOSED' },
    ],
    [
      'before publication',
      questionnaire({ state: 'draft' }),
      null,
      good,
      { type: 'refuse', reason: 'NOT_FOUND' },
    ],
    [
      'to former items',
      questionnaire(),
      sheet(),
      { ...good, version: 1 },
      { type: 'refuse', reason: 'STALE_REVISION' },
    ],
    [
      'with an answer missing',
      questionnaire(),
      sheet(),
      { ...good, answers: {} },
      { type: 'refuse', reason: 'ANSWERS_INVALID', itemIds: [idOf('one')] },
    ],
  ])('%s', (_rule, subject, own, command, expected) =>
    expect(decideSubmit(subject, own, subject.settings.items, command as typeof good, at(1))).toEqual(
      expected,
    ),
  );
});

describe('what learners see of their check', () => {
  const sent = (times: number) => sheet({ answered: times > 0, sent: times });
  const closed = { state: 'closed' } as const;
  test.each<[string, Questionnaire, Sheet | null, unknown, boolean]>([
    ['nothing before they have answered', check(), null, 'nothing', true],
    ['feedback while an attempt is left', check(), sent(1), 'feedback', true],
    ['what was right when none is left', check(), sent(2), 'all', false],
    ['what was right after the end', check(closed), sent(1), 'all', false],
    ['nothing before the end where that was said', check({}, 'afterClosing'), sent(2), 'nothing', false],
    ['after it everything', check(closed, 'afterClosing'), sent(1), 'all', false],
    ['nothing when it was not answered', check(closed), null, 'nothing', false],
    ['nothing of what has no key', questionnaire(), sent(1), 'nothing', false],
  ])('%s', (_rule, subject, own, reveals, isOpen) => {
    expect(revealOf(subject, own, at(1))).toBe(reveals);
    expect(mayAnswer(subject, own, at(1))).toBe(isOpen);
  });
});

describe('what is asked', () => {
  const who = (memberId: string, round = 1) => ({ memberId, round });
  const pool = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({
    item: buildItem('text', { id: idOf(name) }),
    tags: ['easy'],
  }));
  const drawing = questionnaire({
    settings: settings({ draws: [{ id: idOf('draw'), tag: 'easy', count: 3 }] }),
    pool,
    seed: 'seed',
  });

  test('is the same for one person whenever it is looked at', () => {
    const first = askedItems(drawing, who('ada'), 1);
    expect(askedItems({ ...drawing, pool: pool.toReversed() }, who('ada'), 1)).toEqual(first);
    expect(first.items).toHaveLength(drawing.settings.items.length + 3);
    expect(first.items.slice(-3).map(({ id }) => id)).toEqual(first.drawn);
    expect(itemsAsked({ items: drawing.settings.items, pool }, first.drawn)).toEqual(first.items);
  });

  test('differs from person to person and from attempt to attempt', () => {
    const people = ['ada', 'bo', 'cy', 'di', 'ed'];
    const draws = new Set(people.map((name) => askedItems(drawing, who(name), 1).drawn.join()));
    const attempts = new Set([1, 2, 3, 4, 5].map((n) => askedItems(drawing, who('ada'), n).drawn.join()));
    expect(draws.size).toBeGreaterThan(1);
    expect(attempts.size).toBeGreaterThan(1);
    const rounds = new Set([1, 2, 3, 4, 5].map((n) => askedItems(drawing, who('ada', n), 1).drawn.join()));
    expect(rounds.size).toBeGreaterThan(1);
  });

  test('keys of the bank make a check', () => {
    expect(ownCheckOf(drawing)).toBeNull();
    expect(ownCheckOf({ ...drawing, pool: [{ item: keyed('number'), tags: ['easy'] }] })).not.toBeNull();
  });
});

describe('what results may be made of', () => {
  const answers = (...batches: number[]): Answered[] =>
    batches.map((batch, index) => ({
      id: String(index),
      questionnaireId: idOf('q'),
      version: 1,
      memberId: null,
      submittedAt: null,
      day: '2027-01-01',
      batch,
      round: 1,
      attempt: 1,
      drawn: [],
      answers: {},
    }));
  test.each<[string, Answered[], 'confidential' | 'anonymous', boolean, number]>([
    ['named: all', answers(0, 0), 'confidential', false, 2],
    ['anonymous: none of four', answers(0, 0, 0, 0), 'anonymous', false, 0],
    ['anonymous: none of four after the end either', answers(0, 0, 0, 0), 'anonymous', true, 0],
    ['anonymous: five', answers(0, 0, 0, 0, 0), 'anonymous', false, 5],
    ['anonymous: the sixth waits for its batch', answers(0, 0, 0, 0, 0, 1), 'anonymous', false, 5],
    ['anonymous: after the end all', answers(0, 0, 0, 0, 0, 1), 'anonymous', true, 6],
    ['anonymous: ten', answers(0, 0, 0, 0, 0, 1, 1, 1, 1, 1), 'anonymous', false, 10],
  ])('%s', (_rule, all, visibility, isClosed, count) =>
    expect(countable(all, visibility, isClosed)).toHaveLength(count),
  );
});
