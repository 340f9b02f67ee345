import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type TeamSheet, useTeamSheet } from '../team-api.ts';
import { OwnScores } from './OwnScores.tsx';
import { Questions } from './Questions.tsx';
import { TeamRunner } from './TeamRunner.tsx';

/** What the group answers together, after one has answered alone. */
export function TeamSection({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const headingId = useId();
  const query = useTeamSheet(id);
  if (query.isPending) return <Skeleton />;
  // While others are looked for, a lost connection takes nothing away from what one writes.
  if (query.data === undefined) {
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  }
  const team = query.data;
  return (
    <section className={cx(layout['stack'], layout['page'])} aria-labelledby={headingId}>
      <h2 id={headingId}>
        {team.group?.name ? t('team.titleOf', { group: team.group.name }) : t('team.title')}
      </h2>
      <Standing team={team} />
      {team.can.answer && <TeamRunner key={team.version} id={id} team={team} />}
      {team.state === 'sent' && team.scores === null && (
        <Questions
          items={team.items}
          answers={team.sheet.answers}
          faults={new Map()}
          isDisabled
          onChange={() => undefined}
        />
      )}
      <Combined team={team} />
      {team.scores !== null && <OwnScores title={t('team.result')} scores={team.scores} />}
    </section>
  );
}

/** Who answers with one, or why nobody does. */
function Standing({ team: { state, group, sheet } }: { readonly team: TeamSheet }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (state === 'sent') {
    return (
      <Banner tone="good" role="status">
        {sheet.savedBy !== null && sheet.savedAt !== null
          ? t('team.sentBy', { name: sheet.savedBy, when: format.shortMoment(sheet.savedAt) })
          : t('team.state.sent')}
      </Banner>
    );
  }
  if (state !== 'open') return <p>{t(`team.state.${state}`)}</p>;
  return (
    <>
      <p>{t('team.state.open')}</p>
      {group !== null && (
        <p className={cx(layout['muted'])}>
          {t('team.answered', { answered: group.answered, count: group.people })}
        </p>
      )}
    </>
  );
}

/** How one's own score and that of the group become one. */
function Combined({ team: { combined, weight } }: { readonly team: TeamSheet }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (combined === null) return null;
  const own = format.percent(combined.own);
  return (
    <p>
      <strong>
        {combined.team === null
          ? t('team.alone', { own })
          : t('team.combined', {
              own,
              team: format.percent(combined.team),
              weight: format.percent(weight),
              percent: format.percent(combined.percent),
            })}
      </strong>
    </p>
  );
}
