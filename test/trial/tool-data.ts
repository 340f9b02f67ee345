import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { startEmbeddedMongodb } from '../../server/embedded-mongodb/index.ts';
import { makeEvent } from '../../server/src/core/events.ts';
import { memberIdOf } from '../../server/src/core/ids.ts';
import type { Person } from '../lms-simulator/index.ts';

/** A document as it is stored, with the key that the product gave it. */
type Stored<T = Record<string, unknown>> = T & { _id: string };

/** Opens the data of a tool that is not running, and closes it again. */
export async function withToolData<T>(
  dataDirectory: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const server = await startEmbeddedMongodb({ directory: join(dataDirectory, 'database'), inThread: false });
  const connection = await mongoose.createConnection(server.uri('roundtable')).asPromise();
  try {
    return await work(connection);
  } finally {
    await connection.close();
    await server.close();
  }
}

/** What a learner's only review gives: points of 100. */
export type PointsOf = (person: Person) => number;

const reviewId = (activityId: string, memberId: string): string => `${activityId}-${memberId}`;

/**
 * Puts a peer review into the state in which grades can be released, with a review of everybody: as if all had handed
 * in and reviewed, which would take hours over the API.
 */
export async function seedReviews(
  connection: Connection,
  activityId: string,
  people: readonly Person[],
  pointsOf: PointsOf,
): Promise<void> {
  const activity = await connection.collection<Stored>('activities').findOne({ _id: activityId });
  if (!activity) throw new Error('the activity is not there');
  const courseId = String(activity['courseId']);
  const now = new Date();
  const members = people.map((person) => {
    const sortName = person.name.toLowerCase();
    return {
      updateOne: {
        filter: { _id: memberIdOf(courseId, person.id) },
        update: {
          $setOnInsert: {
            courseId,
            subject: person.id,
            role: 'learner',
            readOnly: false,
            testUser: false,
            name: person.name,
            sortName,
            email: null,
            status: 'active',
            firstSeenAt: now,
            lastLaunchAt: now,
            events: [],
          },
        },
        upsert: true,
      },
    };
  });
  const reviews = people.map((person) => {
    const authorId = memberIdOf(courseId, person.id);
    return {
      _id: reviewId(activityId, authorId),
      courseId,
      activityId,
      submissionId: authorId,
      submissionVersion: 1,
      authorId,
      reviewerId: authorId,
      workLabel: 'A',
      reviewerLabel: '1',
      state: 'submitted',
      version: 1,
      points: pointsOf(person),
      maximum: 100,
      events: [],
    };
  });
  const submissions = people.map((person) => {
    const authorId = memberIdOf(courseId, person.id);
    const handedIn = makeEvent({
      type: 'submission.handedIn',
      at: now,
      actor: { kind: 'member', memberId: authorId, role: 'learner' },
      courseId,
      subject: { kind: 'submission', id: authorId },
      requestId: null,
      data: { activityId, authorId, version: 1 },
    });
    return {
      _id: authorId,
      courseId,
      activityId,
      authorId,
      testUser: false,
      version: 1,
      submittedAt: now,
      events: [handedIn],
      eventsSince: now,
    };
  });
  for (let from = 0; from < people.length; from += 1000) {
    await connection
      .collection<Stored>('members')
      .bulkWrite(members.slice(from, from + 1000), { ordered: false });
    await connection.collection<Stored>('reviews').insertMany(reviews.slice(from, from + 1000));
    await connection.collection<Stored>('submissions').insertMany(submissions.slice(from, from + 1000));
  }
  const allocation = { runId: 'seeded', seed: 'seeded', requestedAt: now, doneAt: now };
  await connection
    .collection<Stored>('activities')
    .updateOne({ _id: activityId }, { $set: { phase: 'review', allocation } });
}

/** Changes some reviews' points, as reviewers do who submit theirs again. */
export async function changeReviews(
  connection: Connection,
  activityId: string,
  people: readonly Person[],
  pointsOf: PointsOf,
): Promise<void> {
  const activity = await connection.collection<Stored>('activities').findOne({ _id: activityId });
  const courseId = String(activity?.['courseId']);
  const changes = people.map((person) => ({
    updateOne: {
      filter: { _id: reviewId(activityId, memberIdOf(courseId, person.id)) },
      update: { $set: { points: pointsOf(person) }, $inc: { version: 1 } },
    },
  }));
  await connection
    .collection<Stored<{ points: number; version: number }>>('reviews')
    .bulkWrite(changes, { ordered: false });
}

/** What the ledger says of one person's grade. */
export interface Kept {
  /** The LMS's id of the person. */
  readonly userId: string;
  /** Every entry there is: its time, as the LMS is told it, and its value. */
  readonly entries: readonly { readonly n: number; readonly at: Date; readonly value: number | null }[];
  readonly sentN: number | null;
  /** The version that was handed in, and the one that the LMS is known to have been told of. */
  readonly handIn: { readonly version: number; readonly told: number | null } | null;
  readonly problem: string | null;
}

/** The ledger of an activity's main column. */
export async function readLedger(connection: Connection, activityId: string): Promise<Kept[]> {
  interface Slot {
    _id: string;
    memberId: string;
    entries: Kept['entries'];
    sent: { n: number } | null;
    handIn: Kept['handIn'];
    problem: { code: string } | null;
  }
  const slots = await connection.collection<Slot>('gradeSlots').find({ columnId: activityId }).toArray();
  const members = await connection.collection<Stored>('members').find({}).toArray();
  const subjectOf = new Map(members.map((member) => [member._id, String(member['subject'])]));
  return slots.map(({ memberId, entries, sent, handIn, problem }) => ({
    userId: subjectOf.get(memberId) ?? '',
    entries,
    sentN: sent?.n ?? null,
    handIn,
    problem: problem?.code ?? null,
  }));
}
