import type { Criterion } from '../../contracts/rubric.ts';
import type { TeamRole } from '../../contracts/team-settings.ts';

/** From when on learners see the plenaries of a project. */
export interface Plenaries {
  readonly activityId: string;
  readonly opens: readonly { readonly n: number; readonly at: Date }[];
  readonly revision: number;
}

/** Null: learners do not see it. */
export const opensAt = ({ opens }: Pick<Plenaries, 'opens'>, n: number): Date | null =>
  opens.find((one) => one.n === n)?.at ?? null;

export const isOpen = (plenaries: Pick<Plenaries, 'opens'>, n: number, now: Date): boolean => {
  const at = opensAt(plenaries, n);
  return at !== null && at <= now;
};

export const withOpening = ({ opens }: Pick<Plenaries, 'opens'>, n: number, at: Date | null) => [
  ...opens.filter((one) => one.n !== n),
  ...(at === null ? [] : [{ n, at }]),
];

interface Part {
  readonly id: string;
  readonly kind: TeamRole['kind'] | 'criterion';
  readonly title: string;
}

/** What one looks at across groups, one after the other. */
export interface Topic extends Part {
  readonly description: string;
  readonly hasPart: boolean;
}

/** The criteria of the rubric in its order, then what groups wrote parts for beside them. */
export function topicsOf(
  criteria: readonly Pick<Criterion, 'id' | 'title' | 'description'>[],
  parts: readonly Part[],
): Topic[] {
  const written = new Map(parts.map(({ id, kind, title }) => [`${kind}/${id}`, { id, kind, title }]));
  const byRubric = criteria.map(({ id, title, description }): Topic => {
    const hasPart = written.delete(`criterion/${id}`);
    return { id, kind: 'criterion', title, description, hasPart };
  });
  return [...byRubric, ...[...written.values()].map((part) => ({ ...part, description: '', hasPart: true }))];
}
