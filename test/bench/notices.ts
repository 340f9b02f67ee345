import { newId } from '../../server/src/core/ids.ts';
import { createNoticeStore } from '../../server/src/features/notices/notices.store.ts';
import { createMailboxStore } from '../../server/src/features/notices/mailboxes.store.ts';
import { createAnnounceService } from '../../server/src/features/notices/announce.service.ts';
import { counted } from '../../server/src/platform/database/round-trips.ts';
import { createIndexes, openTestDatabase } from '../factories/database.ts';
import { buildScope } from '../factories/peer-review.ts';
import { type Figure, quantile } from './figure.ts';

const SIZES = [1_000, 10_000, 100_000];
const PER_STATEMENT = 500;
const PAGES = 300;
/** spec/quality.md: any read of the API; the store's part of it cannot be more. */
const PAGE_P99_BUDGET_MS = 25;

/** A release to 1k, 10k and 100k members: time and round trips of storing, then the inbox of one of them. */
export async function benchNotices(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) figures.push(...(await measure(size)));
  return figures;
}

async function measure(size: number): Promise<Figure[]> {
  const { connection, close } = await openTestDatabase();
  const notices = createNoticeStore(connection);
  const announce = createAnnounceService({
    notices,
    mailboxes: createMailboxStore(connection),
    clock: { now: () => new Date() },
    byMail: true,
    mailDue: () => undefined,
  });
  await createIndexes(connection);
  const scope = buildScope();
  const memberIds = Array.from({ length: size }, newId);
  const count = { commands: 0 };
  const start = performance.now();
  await counted(count, () =>
    announce.tell(
      scope,
      { key: newId(), activityId: newId(), title: 'Essay', task: null, at: new Date(), until: null },
      memberIds.map((memberId) => ({ memberId, content: { kind: 'graded' } })),
    ),
  );
  const milliseconds = performance.now() - start;
  const times: number[] = [];
  for (let page = 0; page < PAGES; page += 1) {
    const began = performance.now();
    await notices.list(scope, memberIds[page % size] ?? '', null, 51);
    times.push(performance.now() - began);
  }
  await close();
  const name = `notices: a release to ${size}`;
  return [
    { name: `${name}, per 1,000 stored`, value: (milliseconds / size) * 1000, unit: 'ms' },
    {
      name: `${name}, round trips per 500`,
      value: count.commands / Math.ceil(size / PER_STATEMENT),
      unit: 'commands',
      budget: 3,
    },
    {
      name: `${name}, one inbox, p99`,
      value: quantile(times, 0.99),
      unit: 'ms',
      budget: PAGE_P99_BUDGET_MS,
    },
  ];
}
