import { isBlank, plainTextOf, type RichText } from '../../contracts/plain-text.ts';

/** What staff make of a thread: a version of it. */
export interface Synthesis {
  readonly threadId: string;
  readonly activityId: string;
  /** Counts from 1. */
  readonly revision: number;
  /** Null: it was taken away. */
  readonly text: RichText | null;
  /** Views that the conclusion does not share. */
  readonly divergent: RichText | null;
  readonly by: string;
  readonly at: Date;
}

type Said = Pick<Synthesis, 'text' | 'divergent'>;

type SynthesisDecision =
  | ({ readonly type: 'accept' } & Said)
  | { readonly type: 'unchanged' }
  | { readonly type: 'refuse'; readonly reason: 'STALE_REVISION' | 'SYNTHESIS_NAMES' };

const filled = (text: RichText | null): RichText | null => (text === null || isBlank(text) ? null : text);

const nameIn = (text: RichText | null, names: readonly string[]): boolean => {
  const said = text ? plainTextOf(text).toLocaleLowerCase() : '';
  return names.some((name) => name.trim() !== '' && said.includes(name.trim().toLocaleLowerCase()));
};

/**
 * Whether a synthesis is kept. Without a conclusion there is nothing that views could stand beside.
 *
 * @param hidden names of people who wrote in the thread unknown to their peers, and whom staff know
 */
export function decideSynthesis(
  before: Synthesis | null,
  wanted: Said & { readonly expectedRevision: number },
  hidden: readonly string[],
): SynthesisDecision {
  const text = filled(wanted.text);
  const divergent = text && filled(wanted.divergent);
  const was = [before?.text ?? null, before?.divergent ?? null];
  if (JSON.stringify(was) === JSON.stringify([text, divergent])) return { type: 'unchanged' };
  if ((before?.revision ?? 0) !== wanted.expectedRevision)
    return { type: 'refuse', reason: 'STALE_REVISION' };
  if (nameIn(text, hidden) || nameIn(divergent, hidden)) return { type: 'refuse', reason: 'SYNTHESIS_NAMES' };
  return { type: 'accept', text, divergent };
}
