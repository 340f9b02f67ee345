import { ReviewNetworkView } from '../../contracts/peer-review-network.ts';
import type { ReviewTie } from './compared-ties.domain.ts';
import type { PeerReview, ProgressRow, Review } from './peer-review.domain.ts';

type Row = Pick<ProgressRow, 'memberId' | 'name'>;

interface FurtherAuthor {
  /** Of the learner, or of the group. */
  readonly id: string;
  readonly memberId: string;
  readonly name: string | null;
}

const authorKeyOf = ({ authorId, group }: Pick<Review, 'authorId' | 'group'>): string =>
  group?.id ?? authorId;

/** Authors who are not among those shown, each once: groups, and learners whose names are still to be found. */
export function furtherAuthorsOf(reviews: readonly ReviewTie[], shown: ReadonlySet<string>): FurtherAuthor[] {
  const further = new Map<string, FurtherAuthor>();
  for (const review of reviews) {
    const id = authorKeyOf(review);
    if (!shown.has(id)) further.set(id, { id, memberId: review.authorId, name: review.group?.name ?? null });
  }
  return [...further.values()];
}

/** For staff: who reviews whom. @param further authors who are not among the rows; who has left has no row any more */
export function networkView(
  { settings }: Pick<PeerReview, 'settings'>,
  rows: readonly Row[],
  further: { readonly authors: readonly FurtherAuthor[]; readonly rows: readonly Row[] },
  reviews: readonly ReviewTie[],
  { next }: { readonly next: string | null },
): ReviewNetworkView {
  const names = new Map(further.rows.map(({ memberId, name }) => [memberId, name]));
  const isShown = new Set(rows.map(({ memberId }) => memberId));
  const places = new Map(
    [...rows.map(({ memberId }) => memberId), ...further.authors.map(({ id }) => id)].map((id, place) => [
      id,
      place,
    ]),
  );
  return ReviewNetworkView.parse({
    title: settings.title,
    comparing: settings.comparison !== null,
    reviewers: rows.map(({ memberId: id, name }) => ({ id, name })),
    furtherAuthors: further.authors.map((author) => ({
      ...author,
      name: author.name ?? names.get(author.memberId) ?? null,
    })),
    reviews: reviews.flatMap((review) => {
      const { reviewerId, reviewers, state, points, maximum } = review;
      // What a group writes, each of its members who is among the rows has written.
      const writing = reviewers?.memberIds.filter((id) => isShown.has(id)) ?? [reviewerId];
      return writing.map((id) => ({
        reviewer: places.get(id),
        author: places.get(authorKeyOf(review)),
        state,
        percent: state === 'submitted' && points !== null && maximum ? (points / maximum) * 100 : null,
      }));
    }),
    next,
  });
}
