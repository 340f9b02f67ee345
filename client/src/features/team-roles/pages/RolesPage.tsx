import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { Select } from '../../../ui/Select.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type Place, type TeamRole, type TeamRoles, useAssignRole, useTeamRoles } from '../api.ts';

/** Who has which role of one group at which milestone. */
export default function RolesPage() {
  const { activityId = '', groupId = '' } = useParams();
  const place = { activityId, groupId };
  const query = useTeamRoles(place);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  return <Open place={place} seen={query.data} />;
}

/** How a role is called, and what it is for. */
function useRoleTexts() {
  const { t } = useTranslation();
  return ({ kind, name, description }: TeamRole) => ({
    name: kind === 'custom' ? name : t(`teamRoles.kinds.${kind}`),
    description: description || (kind === 'custom' ? '' : t(`teamRoles.about.${kind}`)),
  });
}

interface OpenProps {
  readonly place: Place;
  readonly seen: TeamRoles;
}

function Open({ place, seen }: OpenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const textsOf = useRoleTexts();
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          title={t('teamRoles.title')}
          trail={[{ title: seen.title, to: `/group-work/${place.activityId}` }]}
        />
        <p>
          <bdi>{seen.groupName ?? t('groupWork.unnamed')}</bdi>
        </p>
      </div>
      <dl className={cx(layout['measure'])}>
        {seen.roles.map((role) => {
          const { name, description } = textsOf(role);
          return (
            <div key={role.id}>
              <dt>
                <strong>{name}</strong>
              </dt>
              <dd className={cx(layout['prose'])}>
                {description} {role.rotates && t('teamRoles.rotates')}
              </dd>
            </div>
          );
        })}
      </dl>
      {seen.holds && seen.can.assign && <p className={cx(layout['prose'])}>{t('teamRoles.holds')}</p>}
      {seen.milestones.map(({ n, title, dueAt }) => (
        <section key={n} aria-labelledby={`step-${n}`} className={cx(layout['stack'], layout['tight'])}>
          <h2 id={`step-${n}`}>{title}</h2>
          <p className={cx(layout['muted'], layout['small'])}>
            {t('groupWork.when.due', { when: format.moment(dueAt) })}
          </p>
          <ul className={cx(lines['list'], layout['measure'])}>
            {seen.roles.map((role) => (
              <li key={role.id} className={cx(lines['line'])}>
                <RoleLine place={place} seen={seen} role={role} n={n} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface RoleLineProps extends OpenProps {
  readonly role: TeamRole;
  readonly n: number;
}

/** Stands for taking a choice back. */
const NOBODY = 'nobody';

function RoleLine({ place, seen, role, n }: RoleLineProps) {
  const { t } = useTranslation();
  const textsOf = useRoleTexts();
  const assign = useAssignRole(place);
  const line = useRef<HTMLSpanElement>(null);
  const { name } = textsOf(role);
  const holder = role.holders.find((one) => one.n === n);
  const nameOf = (person: TeamRoles['members'][number]) =>
    person.isOwn ? t('groupWork.you') : (person.name ?? t('groupWork.somebody'));
  const who = holder?.person ? nameOf(holder.person) : t('teamRoles.nobody');
  const isTurn = holder?.person && !holder.isChosen;
  const turn = isTurn ? t('teamRoles.turn', { name: who }) : who;
  if (!seen.can.assign || holder?.isHeld === true)
    return (
      <>
        <span>{name}</span>
        <span ref={line} tabIndex={-1}>
          {turn}
        </span>
      </>
    );
  const left =
    holder?.isChosen && holder.person && !seen.members.some((one) => one.memberId === holder.person?.memberId)
      ? [holder.person]
      : [];
  return (
    <div className={cx(lines['about'])}>
      <Select
        label={name}
        value={holder?.isChosen ? (holder.person?.memberId ?? NOBODY) : NOBODY}
        choices={[
          { id: NOBODY, text: isTurn ? turn : t(role.rotates ? 'teamRoles.byTurn' : 'teamRoles.nobody') },
          ...[...seen.members, ...left].map((person) => ({ id: person.memberId, text: nameOf(person) })),
        ]}
        onChange={(id) =>
          assign.mutate(
            {
              roleId: role.id,
              n,
              memberId: id === NOBODY ? null : id,
              expectedRevision: seen.revision,
            },
            {
              onSuccess: () => {
                announce(t('teamRoles.saved'));
                // A role that is held has nothing to choose any more: the focus stays at its line.
                requestAnimationFrame(() => line.current?.focus());
              },
            },
          )
        }
      />
      {assign.error !== null && <Problem error={assign.error} />}
    </div>
  );
}
