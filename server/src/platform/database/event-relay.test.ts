import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Model, Schema } from 'mongoose';
import { openTestDatabase } from '../../../../test/factories/database.ts';
import { until } from '../../../../test/factories/until.ts';
import { systemClock } from '../../core/clock.ts';
import { type DomainEvent, makeEvent } from '../../core/events.ts';
import { createIndexes, defineCollection, type Eventful, pushEvents } from './collection.ts';
import type { Database } from './connect.ts';
import { createEventRelay, type EventConsumer } from './event-relay.ts';

interface Thing extends Eventful {
  _id: string;
  courseId: string;
  n: number;
}

let database: Database;
let Things: Model<Thing>;
let Others: Model<Thing>;

beforeAll(async () => {
  database = await openTestDatabase();
  const schema = new Schema<Thing>({
    _id: String,
    courseId: String,
    n: Number,
    events: [Schema.Types.Mixed] as never,
    eventsSince: Date,
  });
  Things = defineCollection(database.connection, 'things', schema, { events: true });
  Others = defineCollection(database.connection, 'others', schema, { events: true });
  await createIndexes(database.connection);
});
afterAll(() => database.close());
beforeEach(() => Things.deleteMany({}));

const event = (n: number): DomainEvent =>
  makeEvent({
    type: 'member.joined',
    at: new Date('2026-01-01'),
    actor: { kind: 'system', job: 'test' },
    courseId: 'c',
    subject: { kind: 'thing', id: String(n) },
    requestId: null,
    data: { n },
  });

const SINCE = new Date('2026-01-01');

const write = (id: string, ...events: DomainEvent[]) =>
  Things.updateOne(
    { _id: id, courseId: 'c' },
    { ...pushEvents(...events), $inc: { n: 1 } },
    { upsert: true },
  );

const relayTo = (...consumers: EventConsumer[]) => {
  const errors: unknown[] = [];
  const relay = createEventRelay(database.connection, consumers, systemClock, {
    error: (e) => errors.push(e),
  });
  return { relay, errors };
};

describe('events that rode on a write', () => {
  test('reach every consumer and leave the document', async () => {
    const a: DomainEvent[] = [];
    const b: DomainEvent[] = [];
    await write('1', event(1), event(2));
    await write('2', event(3));
    const { relay } = relayTo(
      async (events) => void a.push(...events),
      async (events) => void b.push(...events),
    );
    await relay.drain();
    expect(new Set(a.map((e) => e.data['n']))).toEqual(new Set([1, 2, 3]));
    expect(b).toEqual(a);
    expect(await Things.countDocuments({ 'events.0': { $exists: true } })).toBe(0);
    expect(await Things.countDocuments({ eventsSince: { $exists: true } })).toBe(0);
  });

  test('stay where they are when a consumer fails, and come again', async () => {
    await write('1', event(1));
    let fails = true;
    const got: DomainEvent[] = [];
    const { relay } = relayTo(async (events) => {
      if (fails) throw new Error('down');
      got.push(...events);
    });
    await expect(relay.drain()).rejects.toThrow('down');
    expect(await Things.countDocuments({ 'events.0': { $exists: true } })).toBe(1);
    fails = false;
    await relay.drain();
    expect(got).toHaveLength(1);
  });

  test('come although those of another collection cannot be copied', async () => {
    await write('1', event(1));
    await Others.updateOne({ _id: '2', courseId: 'c' }, pushEvents(event(2)), { upsert: true });
    const got: unknown[] = [];
    const { relay } = relayTo(async (events) => {
      if (events.some((e) => e.data['n'] === 1)) throw new Error('down');
      got.push(...events.map((e) => e.data['n']));
    });
    await expect(relay.drain()).rejects.toThrow('down');
    expect(got).toEqual([2]);
  });

  test('pushed while the relay copies are not taken off unseen', async () => {
    await write('1', event(1));
    const got: unknown[] = [];
    let pushed = false;
    const { relay } = relayTo(async (events) => {
      if (!pushed) {
        pushed = true;
        await write('1', event(2));
      }
      got.push(...events.map((e) => e.data['n']));
    });
    await relay.drain();
    await relay.drain();
    expect(new Set(got)).toEqual(new Set([1, 2]));
    expect(await Things.countDocuments({ 'events.0': { $exists: true } })).toBe(0);
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      'an insert',
      () => Things.create({ _id: '1', courseId: 'c', n: 1, events: [event(1)], eventsSince: SINCE }),
    ],
    ['an update', () => write('1', event(1))],
    [
      'an update that gives back',
      () => Things.findOneAndUpdate({ _id: '1' }, pushEvents(event(1)), { upsert: true }),
    ],
    [
      'writes of which one is refused',
      () => {
        const fields = { courseId: 'c', n: 1, events: [event(1)], eventsSince: SINCE };
        const documents = ['1', '1', '2'].map((_id) => ({ _id, ...fields }));
        return Things.insertMany(documents, { ordered: false }).catch(() => undefined);
      },
    ],
  ])('are looked for where this process has written: %s', async (_way, act) => {
    const got: DomainEvent[] = [];
    const { relay } = relayTo(async (events) => void got.push(...events));
    await relay.drain();
    await act();
    await relay.drain();
    expect(got.map((e) => e.data['n'])).toContain(1);
    expect(await Things.countDocuments({ eventsSince: { $exists: true } })).toBe(0);
  });

  test('of another process are found when all is looked through', async () => {
    const got: DomainEvent[] = [];
    const { relay } = relayTo(async (events) => void got.push(...events));
    await relay.drain();
    await database.connection.db?.collection('things').insertOne({
      _id: '1' as never,
      courseId: 'c',
      events: [event(1)],
      eventsSince: SINCE,
    });
    await relay.drain();
    expect(got).toEqual([]);
    relay.start();
    await until('it has come', () => got.length === 1);
    await relay.stop();
  });

  test('of more documents than one batch all come', async () => {
    await Things.insertMany(
      Array.from({ length: 450 }, (_, n) => ({
        _id: `d${n}`,
        courseId: 'c',
        n,
        events: [event(n)],
        eventsSince: new Date(),
      })),
    );
    let count = 0;
    const { relay } = relayTo(async (events) => void (count += events.length));
    await relay.drain();
    expect(count).toBe(450);
  });
});

describe('a collection of course data', () => {
  test('without courseId is refused at start', () => {
    expect(() => defineCollection(database.connection, 'loose', new Schema({ a: String }))).toThrow(
      'has no courseId',
    );
  });

  test('with an index that does not begin with courseId is refused at start', () => {
    const schema = new Schema({ courseId: String, a: String }).index({ a: 1 });
    expect(() => defineCollection(database.connection, 'wide', schema)).toThrow('must start with courseId');
  });

  test('is defined once', () => {
    expect(() => defineCollection(database.connection, 'things', new Schema({ courseId: String }))).toThrow(
      'twice',
    );
  });
});
