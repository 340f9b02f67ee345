import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { announce } from '../../../ui/announce.ts';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { Select } from '../../../ui/Select.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useGiveScenario, useScenarioPool } from '../api.ts';

/** Stands for leaving it to the draw, or choosing later. */
const NONE = 'none';

/** For staff: the scenarios of a project, and which group has which. */
export default function ScenariosPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = useScenarioPool(activityId);
  const give = useGiveScenario(activityId);
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const { pages } = query.data;
  const latest = pages.at(-1);
  if (latest === undefined) return null;
  const { title, givenBy, scenarios, can, revision } = latest;
  const groups = pages.flatMap(({ items }) => items);
  const titleOf = (id: string | null) =>
    scenarios.find((one) => one.id === id)?.title ?? t('scenarios.noneYet');
  const left = (id: string | null) =>
    givenBy === 'draw' && id !== null ? t('scenarios.drawn', { title: titleOf(id) }) : t('scenarios.noneYet');
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('scenarios.all')} trail={[{ title, to: `/group-work/${activityId}` }]} />
        <p className={cx(layout['muted'])}>{t(`scenarios.given.${givenBy}`)}</p>
      </div>
      <section aria-labelledby="pool" className={cx(layout['stack'], layout['tight'], layout['measure'])}>
        <h2 id="pool">{t('scenarios.pool')}</h2>
        {scenarios.map((one) => (
          <Disclosure key={one.id} title={t('scenarios.used', { title: one.title, count: one.groups })}>
            <RichTextView document={one.text} headingLevel={3} />
          </Disclosure>
        ))}
      </section>
      <section aria-labelledby="groups" className={cx(layout['stack'], layout['tight'])}>
        <h2 id="groups">{t('scenarios.byGroup')}</h2>
        {give.error !== null && <Problem error={give.error} />}
        {groups.length === 0 ? (
          <EmptyState title={t('groupWork.overview.none')}>
            <Link to="/groups">{t('groupWork.overview.toGroups')}</Link>
          </EmptyState>
        ) : (
          <ul className={cx(lines['list'], layout['measure'])}>
            {groups.map(({ groupId, name, scenarioId, isChosen }) => (
              <li key={groupId} className={cx(lines['line'])}>
                {can.give ? (
                  <div className={cx(lines['about'])}>
                    <Select
                      label={name ?? t('groupWork.unnamed')}
                      value={isChosen && scenarioId !== null ? scenarioId : NONE}
                      choices={[
                        { id: NONE, text: isChosen ? t(`scenarios.leave.${givenBy}`) : left(scenarioId) },
                        ...scenarios.map((one) => ({ id: one.id, text: one.title })),
                      ]}
                      onChange={(id) =>
                        give.mutate(
                          {
                            groupId,
                            scenarioId: id === NONE ? null : id,
                            expectedRevision: revision,
                          },
                          { onSuccess: () => announce(t('teamRoles.saved')) },
                        )
                      }
                    />
                  </div>
                ) : (
                  <>
                    <span>{name ?? t('groupWork.unnamed')}</span>
                    <span>{titleOf(scenarioId)}</span>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        <LoadMore query={query} />
      </section>
    </div>
  );
}
