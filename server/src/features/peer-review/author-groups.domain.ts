import type { Authors } from '../../contracts/peer-review-groups.ts';
import type { TimelineChanges } from '../../core/timeline.ts';
import {
  authorsOf,
  type AuthorGroup,
  type PeerReview,
  type ProgressRow,
  type Submission,
} from './peer-review.domain.ts';
import { withChangesOf } from './timeline.domain.ts';

/** A group with those who are in it right now. */
export interface PresentGroup {
  readonly groupId: string;
  readonly name: string | null;
  readonly memberIds: readonly string[];
}

/** People in the order of their names. */
export const byName = <One extends { readonly sortName: string }>(people: readonly One[]): One[] =>
  people.toSorted((a, b) => (a.sortName < b.sortName ? -1 : 1));

/** Where a member stands with the work: `alone` hands in by themselves. */
export type AuthorState = 'alone' | 'inGroup' | 'noGroup' | 'left' | 'cameLater';

/** The group set whose groups hand in; null: each learner does. */
export const authorSetOf = ({
  settings,
}: {
  readonly settings: { readonly authors: Authors };
}): string | null => (settings.authors.kind === 'groups' ? settings.authors.setId : null);

/** The group set whose groups review together; null: each learner reviews alone. */
export const reviewSetIn = ({
  settings,
}: {
  readonly settings: { readonly reviewers: Authors };
}): string | null => (settings.reviewers.kind === 'groups' ? settings.reviewers.setId : null);

/**
 * Where somebody stands where groups hand in: what they share stays theirs wherever they are now, and only who is in
 * the group writes with it (group-work.md items 1 and 4).
 *
 * @param shared the work that the member has a part in @param ofGroup what the present group has handed in
 */
export function authorStateOf(
  shared: Pick<Submission, 'group'> | null,
  own: PresentGroup | null,
  ofGroup: object | null,
): Exclude<AuthorState, 'alone'> {
  if (shared) return own && shared.group?.id === own.groupId ? 'inGroup' : 'left';
  if (!own) return 'noGroup';
  return ofGroup ? 'cameLater' : 'inGroup';
}

/**
 * Who shares a work that is handed in now: who shared it before, and who is in the group. Whoever has a part in another
 * work of the activity keeps that one instead.
 */
export function groupAtHandIn(
  group: PresentGroup,
  before: AuthorGroup | null,
  others: readonly Pick<Submission, 'authorId' | 'group'>[],
): AuthorGroup {
  const elsewhere = new Set(others.flatMap(authorsOf));
  const present = group.memberIds.filter((id) => !elsewhere.has(id));
  return {
    id: group.groupId,
    name: group.name,
    memberIds: [...new Set([...(before?.memberIds ?? []), ...present])],
  };
}

/** The peer review with the dates of a group: whoever of it has most time, the group has (peer-review.md item 3). */
export function withLatestOf(
  everybodys: PeerReview,
  changes: ReadonlyMap<string, TimelineChanges>,
  own: PeerReview,
  memberIds: readonly string[],
): PeerReview {
  const all = [own, ...memberIds.map((id) => withChangesOf(everybodys, changes, id))].map(
    (one) => one.settings,
  );
  const submissionsCloseAt =
    latest(all.map((one) => one.submissionsCloseAt)) ?? own.settings.submissionsCloseAt;
  const { late, revision } = own.settings;
  const dueAt = latest(all.flatMap((one) => one.late?.dueAt ?? []));
  const reviseUntil = latest(all.flatMap((one) => one.revision?.closesAt ?? []));
  return {
    ...own,
    handInExtended: submissionsCloseAt > everybodys.settings.submissionsCloseAt,
    settings: {
      ...own.settings,
      submissionsCloseAt,
      late: late && { ...late, dueAt: dueAt ?? late.dueAt },
      revision: revision && { closesAt: reviseUntil ?? revision.closesAt },
    },
  };
}

/** The latest of some ISO moments. */
const latest = (moments: readonly string[]): string | undefined =>
  moments.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);

/** The groups on a page of the staff table, where groups hand in. */
export interface PageGroups {
  readonly byGroups: boolean;
  /** Whose work it is, or will be; null: in no group. */
  readonly nameOf: (row: Pick<ProgressRow, 'memberId' | 'group'>) => { readonly name: string | null } | null;
  /** Who shares the work, or is in the group. */
  readonly fellowsOf: (row: ProgressRow) => readonly string[] | null;
  /** What changes the dates of these, by member. */
  readonly changes: ReadonlyMap<string, TimelineChanges>;
}
