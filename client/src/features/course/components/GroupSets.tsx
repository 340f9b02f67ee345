import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { GroupNotes } from '../../staff-notes/components/StaffNotes.tsx';
import { type Group, type GroupSet, useGroupsOf } from '../api.ts';
import styles from '../pages/GroupsPage.module.css';
import { useSetName } from '../use-set-name.ts';
import { PersonName } from './PersonName.tsx';

/** Every set of groups, each folded away until one wants to see who is in it; a single one is open. */
export function GroupSets({ sets }: { readonly sets: GroupSet[] }) {
  return (
    <div className={cx(styles['sets'])}>
      {sets.map((set) =>
        set.source === 'own' ? (
          <OwnSet key={set.id} set={set} />
        ) : (
          <Set key={set.id} set={set} startsOpen={sets.length === 1} />
        ),
      )}
    </div>
  );
}

function Set({ set, startsOpen }: { readonly set: GroupSet; readonly startsOpen: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(startsOpen);
  const name = useSetName()(set);
  const size = useSize(set);
  return (
    <details
      className={cx(styles['set'])}
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        <h2>{name}</h2>
        <span className={cx(layout['muted'])}>{size}</span>
        <Badge tone="neutral">{t(`groups.source.${set.source}`)}</Badge>
      </summary>
      <div className={cx(styles['body'])}>
        <GroupList setId={set.id} isOpen={isOpen} />
      </div>
    </details>
  );
}

/** A set that is made here has a page of its own, where it can be changed. */
function OwnSet({ set }: { readonly set: GroupSet }) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles['set'], styles['ownSet'])}>
      <h2 dir="auto">
        <Link to={`/groups/${set.id}`}>{set.name}</Link>
      </h2>
      <span className={cx(layout['muted'])}>{useSize(set)}</span>
      <Badge tone="neutral">{t('groups.source.own')}</Badge>
    </div>
  );
}

function useSize({ groups, members }: GroupSet): string {
  const { t } = useTranslation();
  return t('groups.size', {
    groups: t('groups.groups', { count: groups }),
    members: t('groups.members', { count: members }),
  });
}

function GroupList({ setId, isOpen }: { readonly setId: string; readonly isOpen: boolean }) {
  const query = useGroupsOf(setId, isOpen);
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton />;
  return (
    <>
      <ul className={cx(styles['groups'])}>
        {query.data.pages
          .flatMap((page) => page.items)
          .map((group) => (
            <GroupCard key={group.id} group={group} />
          ))}
      </ul>
      <LoadMore query={query} />
    </>
  );
}

function GroupCard({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  const name = group.name ?? t('groups.unnamed', { id: group.lmsId ?? '' });
  return (
    <li className={cx(styles['group'])}>
      <div className={cx(styles['groupHead'])}>
        <h3 dir="auto">{name}</h3>
        {group.status === 'gone' ? (
          <Badge tone="warn">{t('groups.gone')}</Badge>
        ) : (
          <span className={cx(layout['muted'], layout['small'])}>
            {t('groups.members', { count: group.members.length })}
          </span>
        )}
      </div>
      {group.members.length === 0 ? (
        <p className={cx(layout['muted'])}>{t('groups.nobody')}</p>
      ) : (
        <ul className={cx(styles['people'])}>
          {group.members.map((person) => (
            <li key={person.memberId}>
              <PersonName person={person} inGroup={group.name} />
              {person.status === 'inactive' && (
                <span className={cx(layout['muted'], layout['small'])}>{` (${t('groups.left')})`}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <GroupNotes groupId={group.id} name={name} />
    </li>
  );
}
