import type { SetWork } from './criterion-results.domain.ts';
import type { handedInput } from './hand-in.domain.ts';
import type { Review } from './peer-review.domain.ts';
import type { WeighedWork } from './weigh-reviews.domain.ts';

/** Inputs of the formulas that compare reviews with each other. */
export function furtherInputs(
  weighed: WeighedWork | undefined,
  received: readonly Review[],
  handedIn: ReturnType<typeof handedInput>,
  asked: readonly Asked[],
  open: boolean,
  agreements: ReadonlyMap<string, number>,
  helpfulness: ReadonlyMap<string, number>,
  set: SetWork | undefined,
) {
  const work = {
    reviews: (weighed?.reviews ?? []).map(receivedInput),
    weights: weighed?.weights ?? null,
    margin: weighed?.margin ?? null,
    handedIn,
  };
  const reviewing = {
    given: asked.map((review) => ({ ...givenInput(review), agreement: agreements.get(review.id) ?? null })),
    open,
  };
  const rated = {
    ...reviewing,
    given: reviewing.given.map((review) => ({
      ...review,
      helpfulness: helpfulness.get(review.reviewId) ?? null,
    })),
  };
  const valued = {
    ...reviewing,
    given: rated.given.map((review, index) => ({ ...review, quality: asked[index]?.quality ?? null })),
  };
  const decided = {
    ...work,
    reviews: (weighed?.reviews ?? []).map((review) => ({ ...receivedInput(review), weight: review.weight })),
    setAside: received
      .filter(({ weight }) => weight === 0)
      .map(({ id, version }) => ({ reviewId: id, version })),
  };
  return {
    'peer-review.submission@3': decided,
    'peer-review.total@3': { ...decided, ...reviewing },
    'peer-review.reviewing-helpfulness@1': rated,
    'peer-review.total@4': { ...decided, ...rated },
    'peer-review.submission@4': withSetCriteria(decided, set),
    'peer-review.total@5': { ...withSetCriteria(decided, set), ...rated },
    'peer-review.reviewing-judged@1': valued,
    'peer-review.total@6': { ...withSetCriteria(decided, set), ...valued },
    'peer-review.submission@2': work,
    'peer-review.reviewing-agreement@1': reviewing,
    'peer-review.total@2': { ...work, ...reviewing },
  };
}

export const receivedInput = ({
  id,
  version,
  points,
  maximum,
}: Pick<Review, 'id' | 'version' | 'points' | 'maximum'>) => ({
  reviewId: id,
  version,
  points: points ?? 0,
  maximum: maximum ?? 0,
});

/** A review that a learner was to write; version 0: it is not written. */
type Asked = Pick<Review, 'id' | 'version' | 'quality'>;

export const namedReview = ({ id, version, quality = null }: Review): Asked => ({
  id,
  version,
  quality,
});
/** One that the learner has not even taken from the queue. */
export const untakenReview = (_: unknown, index: number): Asked => ({
  id: `untaken/${index + 1}`,
  version: 0,
});

export const givenInput = ({ id, version }: Asked) => ({ reviewId: id, version });

/** With what staff have set for the work's criteria; the reviews stay beside it as they are. */
const withSetCriteria = <
  Given extends Parameters<typeof asItIs>[0],
  Inputs extends { readonly reviews: readonly Given[] },
>(
  inputs: Inputs & { readonly reviews: readonly Given[] },
  set: SetWork | undefined,
) => ({
  ...inputs,
  reviews: inputs.reviews.map((review: Given) => ({
    ...review,
    asSet: set?.reviews.get(review.reviewId) ?? asItIs(review),
  })),
  criteria: set?.criteria ?? [],
});

const asItIs = ({ points, maximum }: ReturnType<typeof receivedInput>) => ({ points, maximum });
