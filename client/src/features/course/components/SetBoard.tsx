import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '../../../ui/ActionBar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DragList } from '../../../ui/DragList.tsx';
import type { DragItem } from '../../../ui/heavy/DragRow.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { GroupNotes } from '../../staff-notes/components/StaffNotes.tsx';
import { type Group, useGroupsOf } from '../api.ts';
import { type OwnSet, useMoveMembers, useUnplaced } from '../sets-api.ts';
import { GroupDialog } from './GroupDialog.tsx';
import styles from './SetBoard.module.css';

type Person = Group['members'][number];

/** Stands for "in no group" among the choices. */
const NOWHERE = 'nowhere';

/** Everybody of the course by group; people are dragged, or picked and moved by the bar at the end. */
export function SetBoard({ set }: { readonly set: OwnSet }) {
  const { t } = useTranslation();
  const groups = useGroupsOf(set.id, true);
  const unplaced = useUnplaced(set.id);
  const moving = useMoveMembers(set);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<string | null>(null);
  const failed = groups.error ?? unplaced.error;
  if (failed) {
    const retry = () => void Promise.all([groups.refetch(), unplaced.refetch()]);
    return <Problem error={failed} retry={retry} />;
  }
  if (groups.data === undefined || unplaced.data === undefined) return <Skeleton />;
  const all = groups.data.pages.flatMap(({ items }) => items);
  const edited = all.find(({ id }) => id === editing);

  function move(ids: readonly string[], groupId: string | null): void {
    setPicked(new Set());
    moving.move(
      ids.map((memberId) => ({ memberId, groupId })),
      (undo) =>
        showToast({
          text: t('groupSets.moved', { count: ids.length }),
          undo: () => moving.move(undo, () => undefined),
        }),
    );
  }
  const list = (
    label: string,
    people: readonly Person[],
    groupId: string | null,
    empty: string,
    leaderId: string | null = null,
  ) => (
    <DragList
      label={label}
      items={people.map((person) => itemOf(person, leaderId))}
      picked={picked}
      onPick={setPicked}
      onReceive={(ids) => move(ids, groupId)}
      empty={empty}
      isReadOnly={!set.can.edit}
    />
  );
  function itemOf(person: Person, leaderId: string | null): DragItem {
    const notes = [
      person.memberId === leaderId ? t('groupSets.leads') : null,
      person.status === 'inactive' ? t('groupSets.left') : null,
    ].filter((note) => note !== null);
    return {
      id: person.memberId,
      title: person.name ?? person.email ?? t('groups.person'),
      ...(notes.length > 0 && { note: notes.join(', ') }),
    };
  }

  return (
    <div className={cx(layout['stack'])}>
      {set.can.edit && all.length > 0 && (
        <p className={cx(layout['muted'], layout['measure'])}>{t('groupSets.howTo')}</p>
      )}
      {moving.error !== null && <Problem error={moving.error} />}
      <div className={cx(styles['board'])}>
        <section className={cx(styles['column'])} aria-labelledby="unplaced">
          <h2 id="unplaced">{t('groupSets.list.unplaced')}</h2>
          {list(
            t('groupSets.list.unplaced'),
            unplaced.data.pages.flatMap(({ items }) => items),
            null,
            t('groupSets.list.all'),
          )}
          <LoadMore query={unplaced} />
        </section>
        {all.length === 0 ? (
          <EmptyState title={t('groupSets.noGroups.title')}>{t('groupSets.noGroups.text')}</EmptyState>
        ) : (
          <div className={cx(layout['stack'])}>
            <ul className={cx(styles['groups'])}>
              {all.map((group) => (
                <li key={group.id} className={cx(styles['column'])}>
                  <GroupHead group={group} onEdit={set.can.edit ? () => setEditing(group.id) : null} />
                  {list(
                    t('groupSets.list.members', { name: group.name ?? '' }),
                    group.members,
                    group.id,
                    t('groupSets.list.empty'),
                    group.leaderId,
                  )}
                  <GroupNotes groupId={group.id} name={group.name ?? ''} />
                </li>
              ))}
            </ul>
            <LoadMore query={groups} />
          </div>
        )}
      </div>
      {picked.size > 0 && (
        <MoveBar
          count={picked.size}
          groups={all}
          onClear={() => setPicked(new Set())}
          onMove={(id) => move([...picked], id)}
        />
      )}
      {edited !== undefined && <GroupDialog set={set} group={edited} onClose={() => setEditing(null)} />}
    </div>
  );
}

function GroupHead({ group, onEdit }: { readonly group: Group; readonly onEdit: (() => void) | null }) {
  const { t } = useTranslation();
  const { cap, topic, waiting, members } = group;
  const name = group.name ?? '';
  return (
    <div className={cx(styles['head'])}>
      <h2 dir="auto">{name}</h2>
      <span className={cx(layout['muted'], layout['small'])}>
        {cap === null
          ? t('groups.members', { count: members.length })
          : t('groupSets.seats', { taken: members.length, cap })}
      </span>
      {onEdit !== null && (
        <Button variant="quiet" aria-label={t('groupSets.group.open', { name })} onPress={onEdit}>
          {t('groupSets.group.change')}
        </Button>
      )}
      {topic !== '' && (
        <p className={cx(styles['topic'])} dir="auto">
          {topic}
        </p>
      )}
      {waiting > 0 && (
        <p className={cx(styles['topic'], layout['muted'])}>{t('groupSets.waiting', { count: waiting })}</p>
      )}
    </div>
  );
}

interface MoveBarProps {
  readonly count: number;
  readonly groups: readonly Group[];
  readonly onMove: (groupId: string | null) => void;
  readonly onClear: () => void;
}

/** The way without dragging: for fingers, and for fifty groups that are not all in sight. */
function MoveBar({ count, groups, onMove, onClear }: MoveBarProps) {
  const { t } = useTranslation();
  const [to, setTo] = useState<string | null>(null);
  const choices = [
    ...groups.map(({ id, name }) => ({ id, text: name ?? '' })),
    { id: NOWHERE, text: t('groupSets.nowhere') },
  ];
  return (
    <ActionBar label={t('groupSets.picked', { count })}>
      <p aria-live="polite">{t('groupSets.picked', { count })}</p>
      <Select label={t('groupSets.moveTo')} choices={choices} value={to} onChange={setTo} />
      <div className={cx(layout['row'], layout['snug'])}>
        <Button variant="primary" isDisabled={to === null} onPress={() => onMove(to === NOWHERE ? null : to)}>
          {t('groupSets.move')}
        </Button>
        <Button onPress={onClear}>{t('groupSets.clear')}</Button>
      </div>
    </ActionBar>
  );
}
