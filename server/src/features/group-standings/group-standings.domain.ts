import type { BalanceHint, GroupStandingView } from '../../contracts/group-standings.ts';
import { groupBy } from '../../core/group-by.ts';

/** With less of it, how it is divided says nothing: characters, and tasks done. */
const ENOUGH = { text: 1_000, tasks: 5 } as const;
/** Of two people one may well write most; of more, twice an equal share is a reason to look. */
const SHARE_MAX = 0.85;
/** With fewer answers, what is said as a whole could be laid at somebody's door. */
const ANSWERED_MIN = 3;

/** What was done in a group, by whom. */
interface Done {
  readonly kind: 'text' | 'tasks' | 'meetings' | 'comments' | 'files' | 'other';
  readonly memberIds: readonly string[];
  readonly amount: number;
}

/** How much of one kind each of some members has done. */
function sumsOf(done: readonly Done[], kind: Done['kind'], memberIds: readonly string[]): number[] {
  const sums = new Map(memberIds.map((id) => [id, 0]));
  for (const one of done)
    if (one.kind === kind)
      for (const id of one.memberIds) {
        const before = sums.get(id);
        if (before !== undefined) sums.set(id, before + one.amount);
      }
  return [...sums.values()];
}

/** That one has done much of something; null: it is too little to say, or divided well enough. */
function oneSided(sums: readonly number[], kind: 'text' | 'tasks'): BalanceHint | null {
  const all = sums.reduce((sum, one) => sum + one, 0);
  if (all < ENOUGH[kind] || sums.length < 2) return null;
  const share = Math.max(...sums) / all;
  if (share < Math.min(SHARE_MAX, 2 / sums.length)) return null;
  return { kind, percent: Math.round(100 * share), people: sums.length };
}

/**
 * What may be unevenly divided in a group, of what is known here: no name, no order of people, and no sum over kinds.
 *
 * @param memberIds who is in the group now; what others did before they left is nobody's share
 */
export function hintsOf(done: readonly Done[], memberIds: readonly string[]): BalanceHint[] {
  const hints = (['text', 'tasks'] as const).flatMap(
    (kind) => oneSided(sumsOf(done, kind, memberIds), kind) ?? [],
  );
  const active = new Set(done.flatMap((one) => one.memberIds));
  const silent = memberIds.filter((id) => !active.has(id)).length;
  // Where nobody has done anything, no one stands out.
  if (silent === 0 || silent === memberIds.length) return hints;
  return [...hints, { kind: 'noTrace', count: silent, people: memberIds.length }];
}

interface Evaluation {
  readonly people: readonly {
    readonly hasAnswered: boolean;
    readonly received: number | null;
    readonly questions: readonly string[];
  }[];
}

/** What a group's answers say as a whole. @param evaluation undefined: nobody of it has answered */
export function checkInOf(
  { title, levels }: { readonly title: string; readonly levels: number },
  evaluation: Evaluation | undefined,
  people: number,
): GroupStandingView['health']['checkIn'] {
  const answered = evaluation?.people.filter(({ hasAnswered }) => hasAnswered).length ?? 0;
  if (!evaluation || answered < ANSWERED_MIN)
    return { title, answered, asked: evaluation?.people.length ?? people, seen: null };
  const means = evaluation.people.flatMap(({ received }) => received ?? []);
  const mean =
    means.length === 0 ? null : Math.round((10 * means.reduce((a, b) => a + b, 0)) / means.length) / 10;
  const raisesQuestions = evaluation.people.some(({ questions }) => questions.length > 0);
  return {
    title,
    answered,
    asked: evaluation.people.length,
    seen: { mean, levels, raisesQuestions },
  };
}

/** What groups said they would do and have not done, by group. */
export const actionsOf = (open: readonly { readonly groupId: string; readonly dueAt: Date }[], now: Date) =>
  new Map(
    [...groupBy(open, ({ groupId }) => groupId)].map(([groupId, all]) => [
      groupId,
      { open: all.length, overdue: all.filter(({ dueAt }) => dueAt < now).length },
    ]),
  );

type Milestone = GroupStandingView['milestones'][number];

export const progressOf = (milestones: readonly Milestone[]): GroupStandingView['progress'] => {
  const count = (is: (one: Milestone) => boolean) => milestones.filter(is).length;
  return {
    handedIn: count(({ state }) => state === 'handedIn'),
    toConfirm: count(({ state }) => state === 'toConfirm'),
    missed: count(({ state }) => state === 'missed'),
    marked: count(({ isMarked }) => isMarked),
  };
};

/** The earliest milestone at which nothing counts yet and something still can. */
export function nextOf(milestones: readonly Milestone[]): GroupStandingView['next'] {
  const [next] = milestones
    .filter(({ state }) => state === 'open' || state === 'late' || state === 'toConfirm')
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return next ? { n: next.n, dueAt: next.dueAt } : null;
}
