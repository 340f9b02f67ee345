import type { Criterion } from '../../contracts/rubric.ts';
import { kindOf } from '../../contracts/rubric-rules.ts';
import type { RubricChange } from '../../contracts/rubric-library.ts';

/** A rubric that a course keeps to use again. */
export interface KeptRubric {
  readonly id: string;
  readonly name: string;
  /** The newest; they are numbered from 1. */
  readonly version: number;
  readonly criteria: number;
  readonly removed: boolean;
  readonly savedAt: Date;
  /** Id of the member. */
  readonly savedBy: string;
}

/** Never changed after it was written. */
export interface KeptRubricVersion {
  readonly rubricId: string;
  readonly n: number;
  readonly name: string;
  readonly criteria: readonly Criterion[];
  readonly at: Date;
  readonly by: string;
}

export interface SaveRubric {
  readonly name: string;
  readonly criteria: readonly Criterion[];
  readonly expectedVersion: number;
}

export type SaveDecision =
  | { readonly type: 'accept'; readonly n: number }
  /** It is like that already. */
  | { readonly type: 'repeated' }
  | { readonly type: 'refuse'; readonly reason: 'STALE_REVISION' | 'NOT_FOUND' | 'RUBRICS_TOO_MANY' };

/**
 * Whether a rubric may be kept as the next version.
 *
 * @param isFull the library holds as many as it may
 */
export function decideSaveRubric(
  kept: KeptRubric | null,
  newest: KeptRubricVersion | null,
  { name, criteria, expectedVersion }: SaveRubric,
  isFull: boolean,
): SaveDecision {
  if (!kept) {
    if (expectedVersion > 0) return { type: 'refuse', reason: 'NOT_FOUND' };
    return isFull ? { type: 'refuse', reason: 'RUBRICS_TOO_MANY' } : { type: 'accept', n: 1 };
  }
  if (newest && newest.name === name && changesBetween(newest.criteria, criteria).length === 0)
    return { type: 'repeated' };
  return kept.version === expectedVersion
    ? { type: 'accept', n: kept.version + 1 }
    : { type: 'refuse', reason: 'STALE_REVISION' };
}

type Field = RubricChange['fields'][number];

const FIELDS: readonly [Field, (criterion: Criterion) => unknown][] = [
  ['title', ({ title }) => title],
  ['description', ({ description }) => description],
  ['points', ({ points }) => points],
  ['judgedBy', (criterion) => kindOf(criterion)],
  ['weight', ({ weight }) => weight ?? null],
  ['comment', ({ comment }) => comment ?? null],
  ['mayNotApply', ({ mayNotApply }) => mayNotApply ?? false],
];

/** The same whatever the order of the fields. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** What became of the criteria: those that are new or different, in their order, then those that are gone. */
export function changesBetween(before: readonly Criterion[], after: readonly Criterion[]): RubricChange[] {
  const old = new Map(before.map((criterion) => [criterion.id, criterion]));
  const ids = new Set(after.map(({ id }) => id));
  // Those that stay, in the order they had: what stands elsewhere among them was moved.
  const stayed = before.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  const order = after.filter(({ id }) => old.has(id)).map(({ id }) => id);
  const changes = after.flatMap((criterion): RubricChange[] => {
    const was = old.get(criterion.id);
    if (!was) return [{ kind: 'added', title: criterion.title, fields: [] }];
    const fields = FIELDS.flatMap(([field, read]) =>
      plain(read(was)) === plain(read(criterion)) ? [] : [field],
    );
    if (fields.length > 0) return [{ kind: 'changed', title: criterion.title, fields }];
    return stayed.indexOf(criterion.id) === order.indexOf(criterion.id)
      ? []
      : [{ kind: 'moved', title: criterion.title, fields: [] }];
  });
  const gone = before
    .filter(({ id }) => !ids.has(id))
    .map(({ title }): RubricChange => ({ kind: 'removed', title, fields: [] }));
  return [...changes, ...gone];
}
