/**
 * In each mode everybody hands in, reviews, replies, disputes and is graded; then everything that each learner has
 * obtained or can obtain is searched for the others: ids, names, addresses, and moments at which they did something.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ANONYMITY } from '../../server/src/contracts/limits.ts';
import { AUTHOR } from '../factories/documents.ts';
import { type MailSink, openMailSink } from '../factories/mail-sink.ts';
import { type ApiStack, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';
import {
  attachments,
  compareAndRelease,
  groupsTakeTurns,
  handIn,
  mailsTo,
  type Obtained,
  openRoom,
  reviewAndTalk,
  reviewedFiles,
  type Room,
  type Taker,
  tasksOf,
  textsIn,
  timesOf,
  walk,
} from './anonymity-room.ts';
import { type GroupSet, makeGroups } from './questionnaire-room.ts';

let stack: ApiStack;
let sink: MailSink;
beforeAll(async () => {
  sink = await openMailSink();
  stack = await startApiStack('moodle', { SMTP_URL: sink.url, MAIL_FROM: 'noreply@tool.test' });
}, 60_000);
afterAll(async () => {
  await stack.close();
  await sink.stop();
});

/** What tells who somebody is. */
const signsOf = ({ person, id }: Taker) => ({
  id,
  'e-mail': person.email,
  username: person.username,
  'given name': person.givenName,
  'family name': person.familyName,
});

/** A review's id holds its reviewer's, who alone gets it; of another's it must not be seen. */
function leaksIn(
  obtained: readonly Obtained[],
  others: readonly Taker[],
  known: ReadonlySet<string>,
): string[] {
  const leaks = others.flatMap((other) =>
    Object.entries(signsOf(other)).flatMap(([what, sign]) =>
      obtained
        // What one has asked for oneself is no news: the paths of requests are not searched.
        .filter(({ text }) => text.includes(sign))
        .filter(() => !(what.endsWith('name') && what !== 'username' && known.has(other.person.name)))
        .map(({ where }) => `${where}: ${what} of ${other.person.name}`),
    ),
  );
  return [...new Set(leaks)];
}

/** Whose works somebody reviews, and who reviewed theirs: from staff's eyes. */
async function around(room: Room, own: Taker) {
  const reviewersOf = async ({ id }: Taker) =>
    (
      await room.teacher.ok<{ reviews: { id: string; reviewer: { name: string } }[] }>(
        'GET',
        `/activities/${room.activityId}/learners/${id}/reviews`,
      )
    ).reviews;
  const reviewed: string[] = [];
  for (const author of room.learners.filter((one) => one !== own)) {
    if ((await reviewersOf(author)).some(({ reviewer }) => reviewer.name === own.person.name)) {
      reviewed.push(author.person.name);
    }
  }
  const received = await reviewersOf(own);
  return {
    authors: new Set(reviewed),
    reviewers: new Set(received.map(({ reviewer }) => reviewer.name)),
    receivedIds: received.map(({ id }) => id),
  };
}

test('the search finds what is planted', async () => {
  const { learners } = await openRoom(stack, 'nobodyKnows');
  const [own, other] = learners;
  if (!own || !other) throw new Error('nobody came');
  const planted = Object.values(signsOf(other)).map((text, n) => ({
    where: String(n),
    text: `{"x":"${text}"}`,
  }));
  for (const one of planted) expect(leaksIn([one], [other], new Set())).not.toEqual([]);
  expect(leaksIn(planted, [own], new Set())).toEqual([]);
});

describe.each(ANONYMITY)('%s', (mode) => {
  let room: Room;
  beforeAll(async () => {
    sink.mails.length = 0;
    room = await openRoom(stack, mode);
    await handIn(room);
    await reviewAndTalk(room);
    await until('everybody has mail', () => room.learners.every((one) => mailsTo(sink, one).length > 0), 30);
  }, 120_000);

  test('a reviewer gets the files as the mode says: without a trace of their author, or as they are', async () => {
    for (const own of room.learners) {
      const files = await reviewedFiles(stack, room, own);
      expect(files).toHaveLength(6);
      const originals = attachments(own).map(([, bytes]) => Buffer.from(bytes));
      for (const { name, bytes } of files) {
        const isNamed = room.learners.some(({ person }) => name.includes(person.name));
        const isOriginal = originals.some((one) => one.equals(bytes));
        const isHidden = mode === 'nobodyKnows';
        expect({ isNamed, isOriginal }).toEqual({ isNamed: !isHidden, isOriginal: !isHidden });
        if (isHidden) expect(textsIn(bytes)).not.toContain(AUTHOR);
      }
    }
  }, 60_000);

  test('nobody obtains anywhere who another is, beyond what the mode says', async () => {
    for (const own of room.learners) {
      const others = room.learners.filter((one) => one !== own);
      const { authors, reviewers, receivedIds } = await around(room, own);
      const tasks = await tasksOf(own, room.activityId);
      const routes = await walk(stack, room, own, [...tasks.map(({ reviewId }) => reviewId), ...receivedIds]);
      expect(routes).toBeGreaterThan(30);
      const all = [...own.obtained, ...mailsTo(sink, own)];
      const known = {
        nobodyKnows: new Set<string>(),
        authorsKnown: authors,
        allKnown: new Set([...authors, ...reviewers]),
      }[mode];
      expect(leaksIn(all, others, known)).toEqual([]);
      // Where reviewers are hidden, no name stands in what one gets about the own work, known or not.
      const aboutOwn = all.filter(({ where }) => /received-reviews|disputes|submission|mail/.test(where));
      expect(aboutOwn.length).toBeGreaterThan(5);
      // Comments on places came with the reviews, and what their reviewers call them did not.
      expect(aboutOwn.some(({ text }) => text.includes('Why so?') && text.includes('"fileId"'))).toBe(true);
      for (const { id } of others)
        expect(aboutOwn.filter(({ text }) => text.includes(id.slice(0, 15)))).toEqual([]);
      if (mode !== 'allKnown') expect(leaksIn(aboutOwn, others, new Set())).toEqual([]);
      // And it is not that nothing is there: whom one may know, one is told.
      expect(tasks.map(({ author }) => author).filter((name) => name !== null)).toHaveLength(
        mode === 'nobodyKnows' ? 0 : 2,
      );
    }
  }, 120_000);

  test('nobody obtains the moment at which another handed in, reviewed or wrote', async () => {
    const times = await timesOf(stack, room);
    expect(times.size).toBe(room.learners.length);
    for (const own of room.learners) {
      const mine = times.get(own.id);
      const theirs = room.learners
        .filter((one) => one !== own)
        .flatMap(({ id }) => [...(times.get(id) ?? [])].filter((at) => !mine?.has(at)));
      // Handing in, two reviews, four replies of each.
      expect(theirs.length).toBeGreaterThan(15);
      const all = [...own.obtained, ...mailsTo(sink, own)];
      const seen = theirs.flatMap((at) =>
        all.filter(({ text }) => text.includes(at)).map(({ where }) => where),
      );
      expect(seen).toEqual([]);
    }
  });
});

test('where works are compared, nobody obtains who another is', async () => {
  const comparison = { lowestPercent: 50, highestPercent: 100 };
  const room = await openRoom(stack, 'nobodyKnows', { comparison });
  await handIn(room);
  await compareAndRelease(room);
  const tasks = await Promise.all(room.learners.map((learner) => tasksOf(learner, room.activityId)));
  const ids = tasks.flat().map(({ reviewId }) => reviewId);
  expect(ids).toHaveLength(room.learners.length * 2);
  for (const own of room.learners) {
    await walk(stack, room, own, ids);
    const compared = own.obtained.filter(({ where }) => /GET .*\/comparisons\//.test(where));
    expect(compared.filter(({ text }) => text.includes('Bridges carry.'))).toHaveLength(2);
    const others = room.learners.filter((one) => one !== own);
    expect(leaksIn([...own.obtained, ...mailsTo(sink, own)], others, new Set())).toEqual([]);
  }
}, 120_000);

describe('where groups hand in', () => {
  const NAMED = { Nordwind: [0, 1], Suedstern: [2, 3] };
  let set: GroupSet;
  beforeAll(async () => {
    const { teacher, learners } = await openRoom(stack, 'nobodyKnows');
    const learner = (index: number) => {
      const found = learners[index];
      if (!found) throw new Error('nobody came');
      return found.session;
    };
    set = await makeGroups({ staff: teacher, learner }, NAMED);
  }, 60_000);

  const cases = ANONYMITY.flatMap((mode) => [
    [mode, 'members review', false] as const,
    [mode, 'groups review together', true] as const,
  ]);

  test.each(cases)(
    '%s, %s: nobody obtains more of another group than the mode says',
    async (mode, _, together) => {
      const groups = { kind: 'groups', setId: set.id };
      const who = { authors: groups, ...(together && { reviewers: groups }), reviewsPerLearner: 1 };
      const room = await openRoom(stack, mode, who);
      await groupsTakeTurns(room, together);
      const times = await timesOf(stack, room);
      // One of each group: the others obtain what their fellows do.
      for (const [at, ownName] of Object.keys(NAMED).entries()) {
        const [own, fellow] = room.learners.slice(2 * at, 2 * at + 2);
        if (!own || !fellow) throw new Error('nobody came');
        const others = room.learners.filter((one) => one !== own && one !== fellow);
        const otherName = Object.keys(NAMED)[1 - at] ?? '';
        const otherId = set.groupIds[otherName] ?? '';
        const tasks = await tasksOf(own, room.activityId);
        expect(tasks.map(({ author }) => author)).toEqual([mode === 'nobodyKnows' ? null : otherName]);
        const files = await reviewedFiles(stack, room, own);
        expect(files).toHaveLength(1);
        const isHidden = mode === 'nobodyKnows';
        for (const { name, bytes } of files) {
          expect(others.some(({ person }) => name.includes(person.name))).toBe(!isHidden);
          if (isHidden) expect(textsIn(bytes)).not.toContain(AUTHOR);
        }
        const received = together ? [otherId] : others.map(({ id }) => id);
        await walk(
          stack,
          room,
          own,
          tasks.map(({ reviewId }) => reviewId),
        );
        const all = [...own.obtained, ...mailsTo(sink, own)];
        const known = new Set(isHidden ? [] : others.map(({ person }) => person.name));
        expect(leaksIn(all, others, known)).toEqual([]);
        const ofActivity = all.filter(
          ({ where }) => where.includes('/activities/') || where.includes('mail'),
        );
        const seenIn = (sign: string, some = ofActivity) =>
          some.filter(({ text }) => text.includes(sign)).map(({ where }) => where);
        if (isHidden) expect(seenIn(otherName)).toEqual([]);
        const aboutOwn = all.filter(({ where }) => /received-reviews|disputes|submission|mail/.test(where));
        expect(aboutOwn.length).toBeGreaterThan(5);
        for (const id of [...received, otherId]) expect(seenIn(id.slice(0, 15), aboutOwn)).toEqual([]);
        if (mode !== 'allKnown') {
          expect(leaksIn(aboutOwn, others, new Set())).toEqual([]);
          expect(seenIn(otherName, aboutOwn)).toEqual([]);
        }
        // Of the moments those that are only the other side's.
        const mine = new Set([own.id, fellow.id, set.groupIds[ownName] ?? '']);
        const ours = new Set([...times].flatMap(([id, moments]) => (mine.has(id) ? [...moments] : [])));
        const theirs = [...times].flatMap(([id, moments]) =>
          mine.has(id) ? [] : [...moments].filter((moment) => !ours.has(moment)),
        );
        expect(theirs.length).toBeGreaterThan(2);
        for (const moment of theirs) expect(seenIn(moment, all)).toEqual([]);
      }
    },
    120_000,
  );
});
