import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoadAll } from '../../../app/use-load-all.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useGroupsOf } from '../api.ts';
import type { Formation, Pair, Proposal } from '../formation-api.ts';
import { namesIn } from '../formation-words.ts';
import { useUnplaced } from '../sets-api.ts';
import { FormationPairs } from './FormationPairs.tsx';

interface PairsPanelProps {
  readonly setId: string;
  readonly whom: Formation['people'];
  /** The one that is shown; null: there is none yet. */
  readonly proposal: Proposal | null;
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: Pair[]) => void;
}

/** Who is to be in one group, and who is not; the names are there once one looks. */
export function PairsPanel({ setId, whom, proposal, pairs, onChange }: PairsPanelProps) {
  const { t } = useTranslation();
  const [wasOpened, setWasOpened] = useState(false);
  const nameOf = proposal && namesIn(t, proposal);
  const people = (proposal?.groups ?? []).flatMap(({ members }) =>
    members.map(({ memberId }) => ({ id: memberId, text: nameOf?.(memberId) ?? '' })),
  );
  return (
    <Disclosure title={t('formation.pairs.title')} onToggle={(isOpen) => setWasOpened(wasOpened || isOpen)}>
      {proposal !== null && <FormationPairs people={people} pairs={pairs} onChange={onChange} />}
      {proposal === null && wasOpened && (
        <AmongAll setId={setId} whom={whom} pairs={pairs} onChange={onChange} />
      )}
    </Disclosure>
  );
}

/** Before there is a proposal: among all whom it would put into groups. */
function AmongAll({ setId, whom, pairs, onChange }: Omit<PairsPanelProps, 'proposal'>) {
  const { t } = useTranslation();
  const groups = useGroupsOf(setId, whom === 'everybody');
  const unplaced = useUnplaced(setId);
  useLoadAll(groups, true);
  useLoadAll(unplaced, true);
  const failed = groups.error ?? unplaced.error;
  if (failed) {
    const retry = () => void Promise.all([groups.refetch(), unplaced.refetch()]);
    return <Problem error={failed} retry={retry} />;
  }
  if (groups.isLoading || unplaced.data === undefined || groups.hasNextPage || unplaced.hasNextPage)
    return <Skeleton />;
  const placed = whom === 'everybody' ? (groups.data?.pages ?? []) : [];
  const all = [
    ...placed.flatMap(({ items }) => items.flatMap(({ members }) => members)),
    ...unplaced.data.pages.flatMap(({ items }) => items),
  ];
  const here = all.filter(({ status }) => status === 'active');
  const people = [...new Map(here.map(({ memberId, name }) => [memberId, name ?? t('groups.person')]))]
    .map(([id, text]) => ({ id, text }))
    .toSorted((a, b) => a.text.localeCompare(b.text));
  return people.length > 1 ? (
    <FormationPairs people={people} pairs={pairs} onChange={onChange} />
  ) : (
    <p>{t('formation.pairs.tooFew')}</p>
  );
}
