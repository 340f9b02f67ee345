import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { AUTHOR, sample } from '../../../../test/factories/documents.ts';
import {
  buildScope,
  buildSettings,
  openPeerReviewWorld,
  type PeerReviewWorld,
} from '../../../../test/factories/peer-review.ts';
import * as files from '../../contracts/files.ts';
import * as contract from '../../contracts/peer-review.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import { newId } from '../../core/ids.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { INSTRUCTIONS, WORK } from './file-items.domain.ts';

let world: PeerReviewWorld;
let room: Classroom;
let ada: Caller;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
  ada = room.person(0);
});

const refused = (code: string) => expect.objectContaining({ code });
const NAME = `${AUTHOR} – essay.pdf`;
const image = (fileId: string) => ({ type: 'image', attrs: { fileId, alt: 'A bridge' } });

async function upload(
  caller: Caller,
  content: Uint8Array = sample('essay.pdf'),
  name = NAME,
  item = { kind: WORK, id: room.activityId },
): Promise<string> {
  const call = (endpoint: Parameters<typeof world.call>[1], params: Record<string, string>, body?: unknown) =>
    world.call(caller, endpoint, { params, body });
  const id = newId();
  await call(files.CreateFile, {}, { id, item, name, size: content.length });
  await call(files.PutChunk, { fileId: id, index: '0' }, content);
  await call(files.FinishFile, { fileId: id });
  return id;
}

async function linkOf(caller: Caller, fileId: string): Promise<string | null> {
  const answer = await world.call(caller, files.LinkFiles, { params: {}, body: { fileIds: [fileId] } });
  const [link] = files.LinkFiles.response.parse(answer).links;
  return link ? new URL(link.url, 'http://tool').searchParams.get('key') : null;
}

async function contentOf(secret: string | null): Promise<{ name: string; bytes: Buffer } | null> {
  const opened = secret === null ? null : await world.files.open(secret);
  if (!opened) return null;
  const parts: Uint8Array[] = [];
  for await (const part of opened.read()) parts.push(part);
  return { name: opened.name, bytes: Buffer.concat(parts) };
}

/** The learner who reviews Ada's work, with the review. */
async function reviewerOfAda(): Promise<{
  reviewer: Caller;
  reviewId: string;
  view: Awaited<ReturnType<Classroom['getReview']>>;
}> {
  for (const reviewer of room.learners) {
    for (const { reviewId } of (await room.mine(reviewer)).reviewTasks) {
      const view = await room.getReview(reviewer, reviewId);
      if (JSON.stringify(view.workText).includes('by Ada')) return { reviewer, reviewId, view };
    }
  }
  throw new Error('nobody reviews Ada');
}

async function handInAndStart(fileIds: string[], text: object | string = 'Work by Ada'): Promise<void> {
  await room.call(ada, contract.SubmitWork, {
    text,
    files: fileIds,
    expectedVersion: 0,
    expectedRevision: 0,
  });
  for (const learner of room.learners.slice(1)) await room.submit(learner, 'Another work');
  await room.call(room.instructor, contract.StartReviews);
  await world.settle();
}

describe('files of a work', () => {
  test('stay with the draft and the version, and the author sees their names', async () => {
    const id = await upload(ada);
    await room.call(ada, contract.SaveSubmissionDraft, { text: 'so far', files: [id], expectedRevision: 0 });
    const attached = { id, name: NAME, type: 'application/pdf', size: sample('essay.pdf').length };
    expect((await room.submission(ada)).draft.files).toEqual([attached]);
    await room.submit(ada, 'done', 0, 1, [id]);
    expect((await room.submission(ada)).submission).toMatchObject({ version: 1, files: [attached] });
  });

  test('alone are a work, and too many, the same twice or another’s are none', async () => {
    const id = await upload(ada);
    await room.submit(ada, '', 0, 0, [id]);
    const of = (fileIds: string[]) => room.submit(ada, 'x', 1, 1, fileIds);
    await expect(of([await upload(room.person(1))])).rejects.toEqual(refused('FILE_MISSING'));
    await expect(of([newId()])).rejects.toEqual(refused('FILE_MISSING'));
    await expect(of([id, id])).rejects.toThrow(/each file once/);
    await expect(of(Array.from({ length: 11 }, newId))).rejects.toThrow(/too_big/);
  });

  test('cannot be added once submissions are closed, by staff, or to another course’s activity', async () => {
    await expect(upload(room.instructor)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(upload(await world.join(buildScope(), 'Stranger'))).rejects.toEqual(refused('NOT_FOUND'));
    world.clock.time = '2027-03-01T12:00:01Z';
    await expect(upload(ada)).rejects.toEqual(refused('SUBMISSIONS_CLOSED'));
  });

  test('that are coming while reviews begin and grades are released change nothing that was handed in', async () => {
    const handedIn = await upload(ada);
    const late = newId();
    const content = sample('essay.pdf');
    const item = { kind: WORK, id: room.activityId };
    await world.call(ada, files.CreateFile, {
      params: {},
      body: { id: late, item, name: NAME, size: content.length },
    });
    await handInAndStart([handedIn]);
    const { reviewer, reviewId } = await reviewerOfAda();
    await world.call(ada, files.PutChunk, { params: { fileId: late, index: '0' }, body: content });
    await room.reviewAll();
    await Promise.all([room.release(), world.call(ada, files.FinishFile, { params: { fileId: late } })]);
    // The upload is whole, and cannot be handed in any more; what was typed with it is kept.
    const again = { text: 'Another text', files: [late], expectedVersion: 1, expectedRevision: 1 };
    await expect(room.call(ada, contract.SubmitWork, again)).rejects.toEqual(refused('SUBMISSIONS_CLOSED'));
    const own = await room.submission(ada);
    expect(own.submission).toMatchObject({ version: 1, files: [{ id: handedIn }] });
    expect((await room.mine(ada)).results).toMatchObject([{ explanation: { value: expect.any(Number) } }]);
    expect((await room.getReview(reviewer, reviewId)).workFiles).toMatchObject([{ id: handedIn }]);
    expect(await linkOf(reviewer, late)).toBeNull();
  });

  test('are shown to the reviewer without anything that names the author', async () => {
    const [pdf, photo] = [await upload(ada), await upload(ada, sample('photo.jpg'), `${AUTHOR}.jpg`)];
    await handInAndStart([pdf], {
      type: 'doc',
      content: [...richTextOf('Work by Ada').content, image(photo)],
    });
    const { reviewer, view } = await reviewerOfAda();
    expect(view.workFiles).toEqual([
      { id: pdf, extension: 'pdf', type: 'application/pdf', size: sample('essay.pdf').length },
    ]);
    expect(JSON.stringify(view)).not.toContain(AUTHOR);
    for (const id of [pdf, photo]) {
      const seen = await contentOf(await linkOf(reviewer, id));
      expect(seen?.name).toMatch(/^file-[0-9a-f]{6}\.(pdf|jpg)$/);
      expect(seen?.bytes.length).toBeGreaterThan(100);
      expect(seen?.bytes.includes(AUTHOR)).toBe(false);
    }
    // The author and staff have what was handed in.
    for (const who of [ada, room.instructor]) {
      expect(await contentOf(await linkOf(who, pdf))).toMatchObject({ name: NAME });
    }
  });

  test('are seen by nobody else: no other learner, nobody before reviews start, no draft by staff', async () => {
    const id = await upload(ada);
    const early = [...room.learners.slice(1), room.instructor];
    for (const other of early) expect(await linkOf(other, id)).toBeNull();
    await handInAndStart([id]);
    const seers = [];
    for (const learner of room.learners.slice(1))
      if (await linkOf(learner, id)) seers.push(learner.member.name);
    // Two reviews of each work (`reviewsPerLearner`).
    expect(seers).toHaveLength(2);
  });

  test('that a later version left out are no longer for reviewers, and still there for the author', async () => {
    const [first, second] = [await upload(ada), await upload(ada, sample('photo.jpg'), 'photo.jpg')];
    await room.submit(ada, 'Work by Ada', 0, 0, [first]);
    await room.submit(ada, 'Work by Ada', 1, 1, [second]);
    for (const learner of room.learners.slice(1)) await room.submit(learner, 'Another work');
    await room.call(room.instructor, contract.StartReviews);
    await world.settle();
    const { reviewer } = await reviewerOfAda();
    expect(await linkOf(reviewer, first)).toBeNull();
    expect(await linkOf(reviewer, second)).not.toBeNull();
    expect(await linkOf(ada, first)).not.toBeNull();
  });

  test('of a draft outlive the clean-up; what the draft let go does not', async () => {
    const [kept, dropped] = [await upload(ada), await upload(ada)];
    await room.call(ada, contract.SaveSubmissionDraft, { text: '', files: [kept], expectedRevision: 0 });
    world.clock.time = '2027-03-02T11:00:00Z';
    await world.files.start();
    await world.jobs.runDueOnce();
    expect(await linkOf(ada, kept)).not.toBeNull();
    expect(await linkOf(ada, dropped)).toBeNull();
  });

  test('cost no page more than four round trips, and links to many no more than to one', async () => {
    const ids = [await upload(ada), await upload(ada), await upload(ada)];
    await handInAndStart(ids);
    const { reviewer, reviewId } = await reviewerOfAda();
    const tripsOf = async (work: () => Promise<unknown>): Promise<number> => {
      const count = { commands: 0 };
      await counted(count, work);
      return count.commands;
    };
    expect(await tripsOf(() => room.submission(ada))).toBeLessThanOrEqual(4);
    expect(await tripsOf(() => room.getReview(reviewer, reviewId))).toBeLessThanOrEqual(4);
    const link = (fileIds: string[]) => world.call(ada, files.LinkFiles, { params: {}, body: { fileIds } });
    expect(await tripsOf(() => link(ids))).toBe(await tripsOf(() => link(ids.slice(1))));
  });
});

describe('images of the instructions', () => {
  const item = () => ({ kind: INSTRUCTIONS, id: room.activityId });
  const instructionsWith = (fileId: string) =>
    buildSettings({ instructions: { type: 'doc', content: [image(fileId)] } as never });

  test('are for instructors to add and for everybody of the course to see', async () => {
    await expect(upload(ada, sample('photo.jpg'), 'x.jpg', item())).rejects.toEqual(refused('FORBIDDEN'));
    const id = await upload(room.instructor, sample('photo.jpg'), 'x.jpg', item());
    await room.save(instructionsWith(id), 1);
    expect((await room.mine(ada)).instructions.content[0]).toMatchObject(image(id));
    expect(await linkOf(ada, id)).not.toBeNull();
    expect(await linkOf(await world.join(buildScope(), 'Stranger'), id)).toBeNull();
  });

  test('outlive the clean-up once they are saved', async () => {
    const [saved, dropped] = [
      await upload(room.instructor, sample('photo.jpg'), 'x.jpg', item()),
      await upload(room.instructor, sample('photo.jpg'), 'x.jpg', item()),
    ];
    await room.save(instructionsWith(saved), 1);
    world.clock.time = '2027-03-02T11:00:00Z';
    await world.files.start();
    await world.jobs.runDueOnce();
    expect(await linkOf(ada, saved)).not.toBeNull();
    expect(await linkOf(room.instructor, dropped)).toBeNull();
  });

  test('that were never uploaded cannot be saved', async () => {
    await expect(room.save(instructionsWith(newId()), 1)).rejects.toEqual(refused('FILE_MISSING'));
  });
});

test('what was written as plain text, before texts were rich, is read as paragraphs everywhere', async () => {
  const { connection } = world;
  const old = { $set: { text: 'Work by Ada\n\nas it was' }, $unset: { files: 1 } };
  await handInAndStart([]);
  const { reviewer, reviewId } = await reviewerOfAda();
  await room.submitReview(reviewer, reviewId, {});
  const courseId = room.scope.courseId;
  await connection.collection('submissionVersions').updateMany({ courseId }, old);
  await connection
    .collection('reviewVersions')
    .updateMany({ courseId }, { $set: { comment: 'Old comment' } });
  await connection
    .collection('drafts')
    .updateMany({ courseId, _id: /^submission/ }, { $set: { content: 'Old draft' } });
  await connection
    .collection('drafts')
    .updateMany({ courseId, _id: /^review/ }, { $set: { content: { ratings: [], comment: 'Old comment' } } });
  await connection
    .collection('activities')
    .updateMany({ courseId }, { $set: { 'settings.instructions': 'Old instructions' } });
  const own = await room.submission(ada);
  expect([own.submission?.text, own.submission?.files]).toEqual([richTextOf('Work by Ada\n\nas it was'), []]);
  expect(own.draft.text).toEqual(richTextOf('Old draft'));
  const review = await room.getReview(reviewer, reviewId);
  expect([review.workText, review.instructions, review.comment]).toEqual([
    richTextOf('Work by Ada\n\nas it was'),
    richTextOf('Old instructions'),
    richTextOf('Old comment'),
  ]);
  await room.release();
  const received = contract.GetReceivedReviews.response.parse(
    await room.call(ada, contract.GetReceivedReviews),
  );
  expect(received.reviews[0]?.comment).toEqual(richTextOf('Old comment'));
});
