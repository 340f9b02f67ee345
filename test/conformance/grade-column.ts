import type { HandedIn, Score } from '../../server/src/platform/lti/ports.ts';
import { first, type LaunchBench } from './launch-bench.ts';

let minute = 0;
/** A moment of its own minute, within the last day: platforms judge by the timestamp. */
const nextMinute = (): Date => new Date(Date.now() - 86_400_000 + (minute += 1) * 60_000);

export const buildScore = ({ learner }: LaunchBench, overrides: Partial<Score> = {}): Score => ({
  userId: learner.id,
  scoreGiven: 16.4,
  scoreMaximum: 20,
  comment: 'Median of 4 reviews: 82% → 16.4 of 20 points',
  timestamp: nextMinute(),
  ...overrides,
});

export function buildHandedIn({ learner, url }: LaunchBench, overrides: Partial<HandedIn> = {}): HandedIn {
  const timestamp = nextMinute();
  return {
    userId: learner.id,
    comment: 'Handed in, version 1',
    timestamp,
    submittedAt: timestamp,
    viewUrl: `${url}/lti/launch?activity=a&member=m&version=1`,
    ...overrides,
  };
}

/** The platform, the column and the address of all columns, as a launch of the learner names them. */
export async function openColumn(
  bench: LaunchBench,
): Promise<{ platformId: string; lineItem: string; lineItems: string }> {
  await bench.answer(await bench.login());
  const { platformId, lineItem, lineItems } = first(bench.launches);
  if (lineItem === null || lineItems === null) throw new Error('the launch names no column');
  return { platformId, lineItem, lineItems };
}

/** The cell of the learner in the link's own column. */
export function cellOf(bench: LaunchBench) {
  const { simulator, course, learner, link } = bench;
  return simulator
    .gradebook(course.id)
    .find(({ lineItem, person }) => lineItem.resourceLinkId === link.id && person.id === learner.id)?.cell;
}
