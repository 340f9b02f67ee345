import * as contract from '../../contracts/peer-review-problems.ts';
import type { Disagreement, ReviewProblem } from './review-problems.domain.ts';

type Names = ReadonlyMap<string, string | null>;

const named = (id: string, names: Names) => ({ id, name: names.get(id) ?? null });
/** The author, or the group whose work it is. */
const authorOf = ({ authorId, group }: Pick<ReviewProblem, 'authorId' | 'group'>, names: Names) =>
  group ? { id: authorId, name: group.name } : named(authorId, names);
const saidBy = <Said extends { readonly by: string; readonly at: Date }>(
  { by, at, ...said }: Said,
  names: Names,
) => ({
  ...said,
  byName: names.get(by) ?? null,
  at: at.toISOString(),
});

/** For the reviewer: nobody else is named, neither the author nor who of staff has answered. */
export const ownProblemsView = (own: readonly ReviewProblem[], can: { report: boolean }) =>
  contract.OwnProblemsView.parse({
    problems: own.map(({ id, kind, text, side = null, reportedAt, answer }) => ({
      id,
      kind,
      text,
      side,
      reportedAt: reportedAt.toISOString(),
      answer: answer && { words: answer.words, at: answer.at.toISOString() },
    })),
    can,
  });

/** For staff. */
export function staffProblemView(
  problem: ReviewProblem,
  names: Names,
  can: { readonly dismiss: boolean; readonly replace: boolean },
) {
  const { id, kind, text, reportedAt, reporterId, answer, revision } = problem;
  const state = answer?.action === 'replace' ? 'replaced' : 'dismissed';
  return contract.StaffProblemView.parse({
    id,
    kind,
    text,
    reportedAt: reportedAt.toISOString(),
    reporter: named(reporterId, names),
    author: authorOf(problem, names),
    comparing: problem.side !== undefined,
    state: answer === null ? 'open' : state,
    answer: answer && {
      ...saidBy({ words: answer.words, by: answer.by, at: answer.at }, names),
      instead: answer.instead && authorOf(answer.instead, names),
    },
    revision,
    can,
  });
}

/** Members whom reports name. */
export const peopleIn = (problems: readonly ReviewProblem[]): string[] => [
  ...new Set(
    problems.flatMap(({ reporterId, authorId, answer }) => [
      reporterId,
      authorId,
      ...(answer ? [answer.by] : []),
      ...(answer?.instead ? [answer.instead.authorId] : []),
    ]),
  ),
];

/** For staff: works whose reviews disagree, with what was said of them. */
export const disagreementsView = (limit: number | null, waiting: number, items: readonly Disagreement[]) =>
  contract.DisagreementsView.parse({
    limit,
    waiting,
    items: items.map(({ row, dismissal, revision }) => ({
      author: { id: row.memberId, name: row.name },
      spread: row.spread,
      reviews: row.received.done,
      dismissal: dismissal && { reason: dismissal.reason, at: dismissal.at.toISOString() },
      revision,
    })),
  });
