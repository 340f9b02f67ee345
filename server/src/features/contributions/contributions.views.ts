import { ContributionsView } from '../../contracts/contributions.ts';
import type { Contribution, Statement } from './contributions.domain.ts';

interface Seen extends Omit<ContributionsView, 'until' | 'people' | 'own'> {
  readonly until: Date;
  readonly people: readonly Contribution[];
  readonly statements: readonly Statement[];
  readonly names: ReadonlyMap<string, string | null>;
  /** The caller. */
  readonly forId: string;
  readonly isForStaff: boolean;
}

/** By name, never by how much: it is no ranking. What somebody says of themselves is theirs alone until the milestone is over. */
export function contributionsView({
  until,
  people,
  statements,
  names,
  forId,
  isForStaff,
  ...rest
}: Seen): ContributionsView {
  const said = new Map(statements.map((one) => [one.memberId, one]));
  const own = said.get(forId);
  const nameOf = (memberId: string): string => names.get(memberId) ?? '';
  return ContributionsView.parse({
    ...rest,
    until: until.toISOString(),
    // Staff see it afterwards: while they work, what is known is the group's.
    people: (isForStaff && !rest.isOver ? [] : people)
      .toSorted((a, b) => nameOf(a.memberId).localeCompare(nameOf(b.memberId)))
      .map(({ memberId, ...contribution }) => ({
        ...contribution,
        name: names.get(memberId) ?? null,
        isOwn: memberId === forId,
        statement: rest.isOver ? (said.get(memberId)?.text ?? null) : null,
      })),
    own: isForStaff
      ? null
      : { text: own?.text ?? '', revision: own?.revision ?? 0, savedAt: own?.savedAt.toISOString() ?? null },
  });
}
