import { GetSpotChecks } from '../../contracts/spot-checks.ts';
import type { ReviewMethod } from '../../contracts/peer-review-settings.ts';
import type { CombinedWork } from './spot-checks.domain.ts';

/** For staff: whose grades are least certain; who has left is left out, and no reviewer has a place in it. */
export const spotChecksView = (
  method: ReviewMethod,
  by: 'reliability' | 'mean',
  works: readonly CombinedWork[],
  proposed: readonly CombinedWork[],
  names: ReadonlyMap<string, string | null>,
) =>
  GetSpotChecks.response.parse({
    method,
    usesMean: method === 'reliability' && by === 'mean',
    works: works.length,
    known: works.filter(({ isKnown }) => isKnown).length,
    proposed: proposed.flatMap(({ authorId, reviews, percent, margin, spread }) =>
      names.has(authorId)
        ? [
            {
              memberId: authorId,
              name: names.get(authorId) ?? null,
              reviews,
              percent,
              interval: {
                low: Math.max(0, percent - (margin ?? 0)),
                high: Math.min(100, percent + (margin ?? 0)),
              },
              spread,
            },
          ]
        : [],
    ),
  });
