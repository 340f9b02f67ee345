import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createIndexes, openTestDatabase } from '../../../../test/factories/database.ts';
import { buildScope } from '../../../../test/factories/peer-review.ts';
import { newId } from '../../core/ids.ts';
import { leaseEnd } from '../marking/index.ts';
import { createDeliverableMarkStore, type DeliverableMarkStore } from './marks.store.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let store: DeliverableMarkStore;

beforeAll(async () => {
  database = await openTestDatabase();
  store = createDeliverableMarkStore(database.connection);
  await createIndexes(database.connection);
});
afterAll(() => database.close());

test('many who take a work at once never have it together, and who vanishes loses it after a while', async () => {
  const scope = buildScope();
  const key = { activityId: newId(), groupId: newId(), n: 1 };
  const now = new Date('2027-03-01T10:00:00Z');
  const take = (by: string, at: Date) => store.take(scope, key, { by, until: leaseEnd(at) }, at);
  const people = ['amal', 'bo', 'cleo', 'dan'];
  const took = await Promise.all(people.map((by) => take(by, now)));
  expect(took.filter(Boolean)).toHaveLength(1);
  const holder = people[took.indexOf(true)] ?? '';
  const other = people.find((by) => by !== holder) ?? '';
  const end = leaseEnd(now);
  const before = new Date(end.getTime() - 1);
  expect(await take(other, before)).toBe(false);
  expect(await take(other, end)).toBe(true);
  expect(await take(holder, end)).toBe(false);
  expect(await store.giveBack(scope, key, holder)).toBe(false);
  expect(await store.find(scope, key)).toMatchObject({ lease: { by: other }, mark: null, revision: 0 });
});
