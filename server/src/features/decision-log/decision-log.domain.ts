import type { ErrorCode } from '../../contracts/errors.ts';

/** What a group says of a decision. */
export interface DecisionContent {
  readonly decision: string;
  readonly alternatives: string;
  readonly why: string;
  /** `2027-03-01` */
  readonly decidedOn: string;
  readonly isRevoked: boolean;
  /** Who was there. */
  readonly presentIds: readonly string[];
}

/** A version of a decision; the newest is what holds. */
export interface DecisionVersion extends DecisionContent {
  readonly decisionId: string;
  readonly version: number;
  readonly by: string;
  readonly at: Date;
}

type Refusal = Extract<ErrorCode, 'STALE_REVISION' | 'DECISIONS_TOO_MANY'>;
export type DecisionDecision =
  | { readonly type: 'accept'; readonly version: number }
  /** The same request came again. */
  | { readonly type: 'unchanged' }
  | { readonly type: 'refuse'; readonly reason: Refusal };

const textOf = ({ decision, alternatives, why, decidedOn, isRevoked, presentIds }: DecisionContent): string =>
  JSON.stringify([decision, alternatives, why, decidedOn, isRevoked, presentIds]);

/** Decisions, the newest first, each with its versions, the newest first. */
export function byDecision(versions: readonly DecisionVersion[]): DecisionVersion[][] {
  const all = new Map<string, DecisionVersion[]>();
  for (const one of versions) all.set(one.decisionId, [...(all.get(one.decisionId) ?? []), one]);
  const madeAt = (own: readonly DecisionVersion[]): number => own.at(-1)?.at.getTime() ?? 0;
  return [...all.values()]
    .map((own) => own.toSorted((a, b) => b.version - a.version))
    .sort((a, b) => madeAt(b) - madeAt(a));
}

/** Whether somebody may record this over the version that they have seen. @param versions all of the group */
export function decideRecord(
  versions: readonly DecisionVersion[],
  decisionId: string,
  content: DecisionContent,
  expectedVersion: number,
  most: number,
): DecisionDecision {
  const newest = byDecision(versions.filter((one) => one.decisionId === decisionId))[0]?.[0];
  if (newest && textOf(newest) === textOf(content)) return { type: 'unchanged' };
  if ((newest?.version ?? 0) !== expectedVersion) return { type: 'refuse', reason: 'STALE_REVISION' };
  if (versions.length >= most) return { type: 'refuse', reason: 'DECISIONS_TOO_MANY' };
  return { type: 'accept', version: expectedVersion + 1 };
}
