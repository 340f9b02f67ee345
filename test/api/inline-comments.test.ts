/** Comments on places in a work, over HTTP: kept while one writes, refused where they are on nothing, shown to whom they are for. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type { LearnerReviewsView } from '../../server/src/contracts/learner-work.ts';
import { INLINE_COMMENT_MAX, INLINE_COMMENTS_MAX } from '../../server/src/contracts/limits.ts';
import type * as contract from '../../server/src/contracts/peer-review.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { sample } from '../factories/documents.ts';
import { openEssay } from '../factories/essay.ts';
import { type ApiStack, buildSettings } from '../factories/roundtable.ts';
import { reviewAndRelease } from '../factories/taking-part.ts';
import { until } from '../factories/until.ts';

type Review = z.output<typeof contract.ReviewerReviewView>;
type Received = z.output<typeof contract.GetReceivedReviews.response>;

const activityId = newId();
const path = `/activities/${activityId}`;
const SETTINGS = { inlineComments: true, anonymity: 'nobodyKnows' };

let stack: ApiStack;
let teacher: ApiSession;
let learners: ApiSession[];
/** A file that is another learner's and no work's. */
let strayFile: string;

const learner = (index: number): ApiSession => {
  const found = learners[index];
  if (!found) throw new Error(`no learner ${index}`);
  return found;
};
const tasksOf = async (session: ApiSession): Promise<string[]> =>
  (await session.ok<{ reviewTasks: { reviewId: string }[] }>('GET', `${path}/mine`)).reviewTasks.map(
    ({ reviewId }) => reviewId,
  );
const read = (session: ApiSession, id: string) => session.ok<Review>('GET', `${path}/reviews/${id}`);

async function upload(session: ApiSession): Promise<string> {
  const id = newId();
  const bytes = sample('essay.pdf');
  const item = { kind: 'peer-review-work', id: activityId };
  await session.ok('POST', '/files', { id, item, name: 'essay.pdf', size: bytes.length });
  await session.ok('PUT', `/files/${id}/chunks/0`, bytes);
  await session.ok('POST', `/files/${id}/finish`);
  return id;
}

const word = (changes: object = {}) => ({
  id: 'word',
  workVersion: 2,
  anchor: { kind: 'text', block: 1, start: 8, end: 13, quote: 'carry' },
  text: 'How much?',
  ...changes,
});
const page = (fileId: string, changes: object = {}) => ({
  id: 'page',
  workVersion: 2,
  anchor: { kind: 'page', fileId, page: 1, area: { x: 0.1, y: 0.2, width: 0.3, height: 0.25 } },
  text: 'The figure is too small.',
  criterionId: 'content',
  ...changes,
});
const body = (inline: object[], expectedRevision: number) => ({
  ratings: [{ criterionId: 'content', points: 7 }],
  comment: 'Clear.',
  inline,
  expectedRevision,
});
const pdfOf = ({ workFiles }: Review): string => workFiles[0]?.id ?? '';

beforeAll(async () => {
  ({ stack, teacher, learners } = await openEssay(activityId, SETTINGS));
  strayFile = await upload(learner(0));
  for (const session of learners) {
    const files = [await upload(session)];
    for (const [version, text] of ['Bridges.', 'Bridges.\n\nBridges carry.'].entries()) {
      const { draft } = await session.ok<{ draft: { revision: number } }>('GET', `${path}/submission`);
      await session.ok('POST', `${path}/submission`, {
        text,
        files,
        expectedVersion: version,
        expectedRevision: draft.revision,
      });
    }
  }
  await teacher.ok('POST', `${path}/allocation`);
  const overview = () => teacher.ok<{ phase: string }>('GET', `${path}/overview`);
  await until('reviews have begun', async () => (await overview()).phase === 'review');
}, 60_000);
afterAll(() => stack.close());

describe('a reviewer who comments places', () => {
  let id: string;
  let pdf: string;
  beforeAll(async () => {
    [id = ''] = await tasksOf(learner(0));
    pdf = pdfOf(await read(learner(0), id));
  });
  const submit = async (inline: object[]) =>
    learner(0).call('PUT', `${path}/reviews/${id}`, body(inline, (await read(learner(0), id)).revision));

  test('is asked for them, and is told which version of the work they are about', async () => {
    expect(await read(learner(0), id)).toMatchObject({ invitesInline: true, workVersion: 2, inline: [] });
  });

  test('finds them again as they were saved, and with them saved by a second tab the first is told', async () => {
    const { revision } = await read(learner(0), id);
    const draft = `${path}/reviews/${id}/draft`;
    const kept = [word(), page(pdf)];
    await learner(0).ok('PUT', draft, body(kept, revision));
    expect((await read(learner(0), id)).inline).toEqual(kept);
    // The same once more, as after a lost answer, is no conflict; something else is.
    expect(await learner(0).ok('PUT', draft, body(kept, revision))).toMatchObject({ revision: revision + 1 });
    const other = await learner(0).call('PUT', draft, body([word({ text: 'Else.' })], revision));
    expect(other).toMatchObject({ status: 409, body: { error: { code: 'STALE_REVISION' } } });
    expect((await read(learner(0), id)).inline).toEqual(kept);
  });

  test.each<[string, () => object]>([
    ['on words that the work has not', () => word({ anchor: { ...word().anchor, quote: 'fall!' } })],
    ['behind the end of the text', () => word({ anchor: { ...word().anchor, start: 80, end: 85 } })],
    ['on a passage that is not there', () => word({ anchor: { ...word().anchor, block: 9 } })],
    ['on an earlier version', () => word({ workVersion: 1 })],
    ['on a file that belongs to no reviewed work', () => page(strayFile)],
    ['on a file that nobody has', () => page(newId())],
  ])('%s is refused, and everything is kept', async (_where, make) => {
    const inline = [make()];
    expect(await submit(inline)).toMatchObject({
      status: 422,
      body: { error: { code: 'INLINE_PLACE_UNKNOWN' } },
    });
    expect(await read(learner(0), id)).toMatchObject({ state: 'begun', inline });
  });

  test.each<[string, () => object[]]>([
    [
      'more than there may be',
      () => Array.from({ length: INLINE_COMMENTS_MAX + 1 }, (_, n) => word({ id: `w${n}` })),
    ],
    ['a comment that is too long', () => [word({ text: 'x'.repeat(INLINE_COMMENT_MAX + 1) })]],
    ['a comment that says nothing', () => [word({ text: ' ' })]],
    ['one id twice', () => [word(), word()]],
    ['an id that could name somebody', () => [word({ id: learner(0).memberId })]],
    [
      'an area outside the page',
      () => [
        page(pdf, {
          anchor: { kind: 'page', fileId: pdf, page: 1, area: { x: 0.8, y: 0, width: 0.3, height: 1 } },
        }),
      ],
    ],
    ['page 0', () => [page(pdf, { anchor: { kind: 'page', fileId: pdf, page: 0, area: null } })]],
    ['a place of no kind', () => [word({ anchor: { kind: 'sound', second: 3 } })]],
  ])('%s is no request', async (_what, make) => {
    const before = await read(learner(0), id);
    expect((await submit(make())).status).toBe(400);
    expect(await read(learner(0), id)).toEqual(before);
  });

  test('submits them with the review, once; a changed one is the next version', async () => {
    const inline = [word(), page(pdf)];
    const { revision } = await read(learner(0), id);
    const request = body(inline, revision);
    for (const _again of [1, 2])
      expect((await learner(0).call('PUT', `${path}/reviews/${id}`, request)).status).toBe(200);
    expect(await read(learner(0), id)).toMatchObject({ state: 'submitted', inline });
    expect((await submit([word({ text: 'How much exactly?' }), page(pdf)])).status).toBe(200);
  });

  test('cannot do it in another’s review, or from another course', async () => {
    const request = body([word()], 0);
    expect((await learner(1).call('PUT', `${path}/reviews/${id}`, request)).body).toMatchObject({
      error: { code: 'NOT_ALLOCATED' },
    });
    const elsewhere = stack.simulator.addCourse({ title: 'Elsewhere' });
    const stranger = stack.simulator.addPerson(elsewhere, {
      role: 'learner',
      givenName: 'Zoë',
      familyName: 'Zucker',
    });
    const link = stack.simulator.addResourceLink(elsewhere, {
      title: 'Other',
      custom: { activity: newId() },
    });
    const session = await stack.open(stranger, link.id, elsewhere);
    expect((await session.call('PUT', `${path}/reviews/${id}`, request)).status).toBe(404);
  });
});

describe('who is commented', () => {
  const received = (session: ApiSession) => session.ok<Received>('GET', `${path}/received-reviews`);

  test('reads nothing before the release; then each comment on its place, and nothing that tells whose it is', async () => {
    for (const session of learners) expect((await received(session)).reviews).toEqual([]);
    await reviewAndRelease({ learners: learners.slice(1), teacher, activityId });
    const all = await Promise.all(learners.map(received));
    const comments = all.flatMap(({ reviews }) => reviews.flatMap(({ inline }) => inline));
    expect(comments).toHaveLength(2);
    expect(comments).toEqual([
      { workVersion: 2, anchor: word().anchor, text: 'How much exactly?' },
      expect.objectContaining({ text: 'The figure is too small.', criterionId: 'content' }),
    ]);
    for (const [index, view] of all.entries())
      for (const other of learners.filter((_, n) => n !== index))
        expect(JSON.stringify(view)).not.toContain(other.memberId);
    expect(JSON.stringify(all)).not.toMatch(/"id":"(?:word|page)"/);
  }, 60_000);

  test('staff read them beside the work, with who wrote them', async () => {
    const works = await Promise.all(
      learners.map(({ memberId }) =>
        teacher.ok<z.output<typeof LearnerReviewsView>>('GET', `${path}/learners/${memberId}/reviews`),
      ),
    );
    const commented = works.flatMap(({ reviews }) => reviews).filter(({ inline }) => inline.length > 0);
    expect(commented).toHaveLength(1);
    expect(commented[0]).toMatchObject({ workVersion: 2, reviewer: { id: learner(0).memberId } });
  });
});

describe('where they are not asked for', () => {
  test('the reviewer’s page says so, and what was written stays', async () => {
    const { settings, revision } = await teacher.ok<{ settings: object; revision: number }>(
      'GET',
      `${path}/peer-review`,
    );
    await teacher.ok('PUT', `${path}/peer-review`, {
      settings: { ...settings, inlineComments: false },
      expectedRevision: revision,
    });
    const [id = ''] = await tasksOf(learner(0));
    const review = await read(learner(0), id);
    expect(review.invitesInline).toBe(false);
    expect(review.inline).toHaveLength(2);
  });

  test('an activity that was set up before there were any asks for them', async () => {
    const { inlineComments: _left, ...older } = buildSettings(SETTINGS);
    const other = newId();
    await teacher.ok('PUT', `/activities/${other}/peer-review`, { settings: older, expectedRevision: 0 });
    expect(await teacher.ok('GET', `/activities/${other}/peer-review`)).toMatchObject({
      settings: { inlineComments: true },
    });
  });
});
