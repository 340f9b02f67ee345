/** A course of its own in which everything that learners obtain of a peer review is kept, to be searched for others. */
import { unzipSync } from 'fflate';
import mongoose from 'mongoose';
import { newId } from '../../server/src/core/ids.ts';
import { can } from '../../server/src/core/permissions.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { buildDocx, sample } from '../factories/documents.ts';
import type { MailSink } from '../factories/mail-sink.ts';
import { type ApiStack, buildSettings } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';
import type { Person } from '../lms-simulator/index.ts';
import { bodiesOf, QUERIES } from './route-samples.ts';

/** One thing that a learner obtained: where, and all of its text. */
export interface Obtained {
  readonly where: string;
  readonly text: string;
}

export interface Taker {
  readonly person: Person;
  readonly id: string;
  readonly session: ApiSession;
  /** Everything that the API, a file or a calendar has answered so far. */
  readonly obtained: Obtained[];
}

export const NAMES = ['Abelard Quist', 'Brunhild Rost', 'Cosima Tandem', 'Dagobert Ullrich'];
const ALWAYS = { frequency: 'atOnce', frequencyHere: null, quietHours: null, zone: 'UTC' };

/** Launches somebody; keeps what the session is answered. */
async function enter(stack: ApiStack, person: Person, linkId: string): Promise<Taker> {
  const session = await stack.open(person, linkId);
  const obtained: Obtained[] = [{ where: 'the session', text: JSON.stringify(session.view) }];
  const call = session.call.bind(session);
  session.call = async <T>(method: string, path: string, body?: unknown) => {
    const answer = await call<T>(method, path, body);
    obtained.push({ where: `${method} ${path}`, text: JSON.stringify(answer.body) });
    return answer;
  };
  return { person, id: session.memberId, session, obtained };
}

export interface Room {
  readonly activityId: string;
  readonly teacher: ApiSession;
  readonly learners: readonly Taker[];
}

/** A peer review with four learners of its own. @param more settings of it */
export async function openRoom(
  stack: ApiStack,
  anonymity: string,
  more: Record<string, unknown> = {},
): Promise<Room> {
  const activityId = newId();
  const title = `Essay ${anonymity} ${activityId}`;
  const link = stack.simulator.addResourceLink(stack.course, {
    title,
    custom: { activity: activityId },
    lineItem: { scoreMaximum: 20 },
  });
  const teacher = await stack.open(stack.person('instructor'), link.id);
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings({ title, anonymity, ...more }),
    expectedRevision: 0,
  });
  const learners: Taker[] = [];
  for (const name of NAMES) {
    const [givenName = '', familyName = ''] = name.split(' ');
    const known = stack.simulator.people.find((one) => one.name === name);
    const person =
      known ?? stack.simulator.addPerson(stack.course, { role: 'learner', givenName, familyName });
    const taker = await enter(stack, person, link.id);
    await taker.session.ok('PUT', '/notices/settings', ALWAYS);
    learners.push(taker);
  }
  return { activityId, teacher, learners };
}

const DOCX = buildDocx();

/** What each hands in beside a text: files that name their author inside and by what they are called. */
export const attachments = ({ person }: Taker): [name: string, bytes: Uint8Array][] => [
  [`${person.name}.docx`, DOCX],
  [`${person.name}.pdf`, sample('essay.pdf')],
  [`${person.name}.jpg`, sample('photo.jpg')],
];

async function upload({ session }: Taker, activityId: string, name: string, bytes: Uint8Array) {
  const id = newId();
  const item = { kind: 'peer-review-work', id: activityId };
  await session.ok('POST', '/files', { id, item, name, size: bytes.length });
  await session.ok('PUT', `/files/${id}/chunks/0`, bytes);
  await session.ok('POST', `/files/${id}/finish`);
  return id;
}

/** @returns the ids of a learner's files */
export async function uploadAll(learner: Taker, activityId: string): Promise<string[]> {
  const files: string[] = [];
  for (const [name, bytes] of attachments(learner)) {
    files.push(await upload(learner, activityId, name, bytes));
  }
  return files;
}

/** Everybody hands in a text and files, and reviews begin. @param uploads what was uploaded before, in their order */
export async function handIn(
  { activityId, teacher, learners }: Room,
  uploads: readonly string[][] = [],
): Promise<void> {
  for (const [index, learner] of learners.entries()) {
    const files = uploads[index] ?? (await uploadAll(learner, activityId));
    await learner.session.ok('POST', `/activities/${activityId}/submission`, {
      text: 'Bridges carry.',
      files,
      expectedVersion: 0,
      expectedRevision: 0,
    });
  }
  await teacher.ok('POST', `/activities/${activityId}/allocation`);
  const overview = () => teacher.ok<{ phase: string }>('GET', `/activities/${activityId}/overview`);
  await until('reviews have begun', async () => (await overview()).phase === 'review', 15);
}

export const tasksOf = async ({ session }: Taker, activityId: string) =>
  (
    await session.ok<{ reviewTasks: { reviewId: string; author: string | null }[] }>(
      'GET',
      `/activities/${activityId}/mine`,
    )
  ).reviewTasks;

/** What a reviewer says of a word and of a page; as their id they take what tells most of them. */
async function inlineComments({ session, id }: Taker, path: string) {
  const work = await session.ok<{ workFiles: { id: string; type: string }[] }>('GET', path);
  const pdf = work.workFiles.find(({ type }) => type === 'application/pdf')?.id ?? '';
  const word = { kind: 'text', block: 0, start: 0, end: 7, quote: 'Bridges' };
  const page = { kind: 'page', fileId: pdf, page: 1, area: { x: 0, y: 0, width: 1, height: 0.5 } };
  return [word, page].map((anchor, n) => ({
    id: `${id.slice(0, 15)}${n}`,
    workVersion: 1,
    anchor,
    text: 'Why so?',
  }));
}

/** Everybody reviews, gets the grade, says what it was worth, is answered, and disputes. */
export async function reviewAndTalk({ activityId, teacher, learners }: Room): Promise<void> {
  const at = `/activities/${activityId}`;
  for (const learner of learners) {
    for (const { reviewId } of await tasksOf(learner, activityId)) {
      const ratings = [{ criterionId: 'content', points: 7 }];
      const inline = await inlineComments(learner, `${at}/reviews/${reviewId}`);
      const review = { ratings, comment: 'Clear.', inline, expectedRevision: 0 };
      await learner.session.ok('PUT', `${at}/reviews/${reviewId}`, review);
    }
  }
  await teacher.ok('POST', `${at}/release`);
  for (const { session } of learners) {
    const received = () => session.ok<{ talks: object[] }>('GET', `${at}/received-reviews/talks`);
    await until('the reviews are there', async () => (await received()).talks.length === 2, 15);
    for (const n of [1, 2]) {
      const rating = { helpfulness: 4, thanked: true, expectedRevision: 0 };
      await session.ok('PUT', `${at}/received-reviews/${n}/rating`, rating);
      await session.ok('POST', `${at}/received-reviews/${n}/replies`, { id: newId(), text: 'Why?' });
    }
    const target = { kind: 'review', pseudonym: '1' };
    await session.ok('PUT', `${at}/disputes/mine/${newId()}`, { target, reason: 'It does not add up.' });
  }
  for (const learner of learners) {
    for (const { reviewId } of await tasksOf(learner, activityId)) {
      await learner.session.ok('POST', `${at}/reviews/${reviewId}/replies`, { id: newId(), text: 'So.' });
    }
  }
}

/** One of each pair of learners hands in for both; everybody reviews, or one for both; one of each pair asks and answers. */
export async function groupsTakeTurns({ activityId, teacher, learners }: Room, together: boolean) {
  const at = `/activities/${activityId}`;
  const firsts = learners.filter((_, index) => index % 2 === 0);
  for (const first of firsts) {
    const [[name, bytes] = ['', new Uint8Array()]] = attachments(first);
    const files = [await upload(first, activityId, name, bytes)];
    const work = { text: 'Bridges carry.', files, expectedVersion: 0, expectedRevision: 0 };
    await first.session.ok('POST', `${at}/submission`, work);
  }
  await teacher.ok('POST', `${at}/allocation`);
  for (const learner of together ? firsts : learners) {
    const tasks = () => tasksOf(learner, activityId);
    await until('there is something to review', async () => (await tasks()).length === 1, 15);
    for (const { reviewId } of await tasks()) {
      const ratings = [{ criterionId: 'content', points: 7 }];
      const review = { ratings, comment: 'Clear.', expectedRevision: 0 };
      await learner.session.ok('PUT', `${at}/reviews/${reviewId}`, review);
    }
  }
  await teacher.ok('POST', `${at}/release`);
  for (const { session } of firsts) {
    const received = () => session.ok<{ talks: object[] }>('GET', `${at}/received-reviews/talks`);
    await until('a review is there', async () => (await received()).talks.length > 0, 15);
    const rating = { helpfulness: 4, thanked: true, expectedRevision: 0 };
    await session.ok('PUT', `${at}/received-reviews/1/rating`, rating);
    await session.ok('POST', `${at}/received-reviews/1/replies`, { id: newId(), text: 'Why?' });
  }
  for (const learner of firsts)
    for (const { reviewId } of await tasksOf(learner, activityId))
      await learner.session.ok('POST', `${at}/reviews/${reviewId}/replies`, { id: newId(), text: 'So.' });
}

/** Everybody compares works and gets the grade. */
export async function compareAndRelease({ activityId, teacher, learners }: Room): Promise<void> {
  const at = `/activities/${activityId}`;
  for (const learner of learners) {
    for (const { reviewId } of await tasksOf(learner, activityId)) {
      await learner.session.ok('PUT', `${at}/comparisons/${reviewId}`, {
        choices: [{ criterionId: 'content', better: 'left' }],
        leftComment: 'Clear.',
        rightComment: 'Say it earlier.',
        expectedRevision: 0,
      });
    }
  }
  await teacher.ok('POST', `${at}/release`);
  for (const { session } of learners) {
    const mine = () => session.ok<{ results: object[] }>('GET', `${at}/mine`);
    await until('there is a grade', async () => (await mine()).results.length === 1, 15);
    await session.ok('GET', `${at}/received-reviews`);
  }
}

/** What a learner asks each place of a route for: what is the own, what is another's, and what is nobody's. */
function pathsOf(path: string, room: Room, own: Taker, reviewIds: readonly string[]): string[] {
  const choices: Record<string, readonly string[]> = {
    ':activityId': [room.activityId],
    ':columnId': [room.activityId],
    ':reviewId': reviewIds,
    ':comparisonId': reviewIds,
    ':pseudonym': ['1', '2'],
    ':memberId': [own.id, ...room.learners.filter((one) => one !== own).map(({ id }) => id)],
    ':index': ['0'],
    ':step': ['keys'],
  };
  const [place] = /:\w+/.exec(path) ?? [];
  if (place === undefined) return [path];
  return (choices[place] ?? [newId()]).flatMap((value) =>
    pathsOf(path.replace(place, value), room, own, reviewIds),
  );
}

/** Every route that learners may use, with everything that could be asked of it; and all that it leads to. */
export async function walk(stack: ApiStack, room: Room, own: Taker, reviewIds: string[]): Promise<number> {
  const mine = { role: 'learner', readOnly: false } as const;
  const routes = stack.roundtable.routes.filter(
    ({ endpoint: { permission } }) =>
      permission !== 'public' && permission !== 'administrator' && can(mine, permission),
  );
  // What only reads comes first: the rest may change what is read.
  const inOrder = routes.toSorted(
    (a, b) => Number(a.endpoint.method !== 'get') - Number(b.endpoint.method !== 'get'),
  );
  for (const { endpoint } of inOrder) {
    const { method, path } = endpoint;
    const body = bodiesOf(room.activityId)[`${method} ${path}`];
    for (const asked of pathsOf(path, room, own, reviewIds)) {
      const query = QUERIES[`${method} ${path}`] ?? '';
      await own.session.call(method.toUpperCase(), `${asked}${query}`, endpoint.body && body?.());
    }
  }
  const calendar = await own.session.call<{ calendar: { url: string } | null }>('POST', '/notices/calendar');
  const { url = null } = calendar.body.calendar ?? {};
  if (url !== null) own.obtained.push({ where: 'calendar', text: await (await fetch(url)).text() });
  return inOrder.length;
}

/** The files of the works that somebody reviews, as they come, with what they are called. */
export async function reviewedFiles(stack: ApiStack, { activityId }: Room, own: Taker) {
  const found: { readonly name: string; readonly bytes: Buffer }[] = [];
  for (const { reviewId } of await tasksOf(own, activityId)) {
    const { workFiles } = await own.session.ok<{ workFiles: { id: string }[] }>(
      'GET',
      `/activities/${activityId}/reviews/${reviewId}`,
    );
    const { links } = await own.session.ok<{ links: { url: string }[] }>('POST', '/files/links', {
      fileIds: workFiles.map(({ id }) => id),
      download: true,
    });
    for (const { url } of links) {
      const answer = await fetch(new URL(url, stack.toolUrl));
      const bytes = Buffer.from(await answer.arrayBuffer());
      const name = decodeURIComponent(answer.headers.get('content-disposition') ?? '');
      found.push({ name, bytes });
      own.obtained.push({ where: 'a file’s headers', text: JSON.stringify([...answer.headers]) });
    }
  }
  return found;
}

/** Every text in a file, also in UTF-16 and within a ZIP. */
export function textsIn(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const parts = raw.subarray(0, 2).toString() === 'PK' ? Object.entries(unzipSync(bytes)) : [];
  return [
    raw.toString('latin1'),
    raw.toString('utf16le'),
    ...parts.map(([name, part]) => name + textsIn(part)),
  ].join('\n');
}

/** Mails to somebody. */
export const mailsTo = ({ mails }: MailSink, { person }: Taker): Obtained[] =>
  mails
    .filter(({ envelopeTo }) => envelopeTo.includes(person.email))
    .map(({ subject = '', text = '', html = '' }) => ({
      where: `mail “${subject}”`,
      text: [subject, text, html].join('\n'),
    }));

/** When each learner did something in an activity, to the millisecond, as the database has it. */
export async function timesOf(stack: ApiStack, { activityId }: Room): Promise<Map<string, Set<string>>> {
  const database = await mongoose.createConnection(stack.mongodbUri).asPromise();
  const times = new Map<string, Set<string>>();
  const note = (who: unknown, at: unknown): void => {
    if (typeof who !== 'string' || !(at instanceof Date)) return;
    times.set(who, (times.get(who) ?? new Set()).add(at.toISOString()));
  };
  const all = (name: string, filter: object) => database.collection(name).find(filter).toArray();
  const works = await all('submissions', { activityId });
  for (const { authorId, submittedAt } of works) note(authorId, submittedAt);
  for (const review of await all('reviews', { activityId })) {
    const head = String(review['_id']);
    for (const { at } of await all('reviewVersions', { reviewId: head })) note(review['reviewerId'], at);
    for (const { replies } of await all('reviewTalks', { _id: head })) {
      for (const { from, at } of replies as { from: 'author' | 'reviewer'; at: Date }[]) {
        note(review[`${from}Id`], at);
      }
    }
  }
  await database.close();
  return times;
}
