import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { ApiError } from '../../../app/api-client.ts';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { PageSkeleton, Skeleton } from '../../../ui/Skeleton.tsx';
import StateNote from '../../activity/components/StateNote.tsx';
import type { Learner } from '../../course/api.ts';
import { ChosenLearner } from '../../course/components/ChosenLearner.tsx';
import { WorkView } from '../../peer-review/components/WorkView.tsx';
import type { Place } from '../api.ts';
import { HandedPages } from '../components/HandedPages.tsx';
import { HandedSections } from '../components/HandedSections.tsx';
import { LeftTimes } from '../components/LeftTimes.tsx';
import { ResultOf } from '../components/OwnResult.tsx';
import { StateBadge } from '../components/StateBadge.tsx';
import { whenText } from '../components/when-text.ts';
import { type ObservedProject, useObservedCopy, useObservedProject } from '../observed-api.ts';

/** What an observer sees of a project: the page of one learner whom they observe, to be read. */
export default function ObservedProjectPage() {
  const { activityId = '' } = useParams();
  return (
    <ChosenLearner>
      {(learner, intro) => (
        <Observed key={learner.memberId} activityId={activityId} learner={learner} intro={intro} />
      )}
    </ChosenLearner>
  );
}

interface ObservedProps {
  readonly activityId: string;
  readonly learner: Learner;
  /** Who is looked at. */
  readonly intro: ReactNode;
}

function Observed({ activityId, learner, intro }: ObservedProps) {
  const { t } = useTranslation();
  const query = useObservedProject(activityId, learner.memberId);
  if (query.isError && query.data === undefined) {
    if (query.error instanceof ApiError && query.error.code === 'ACTIVITY_NOT_OPEN')
      return <StateNote state="notOpen" activityId={activityId} />;
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <PageSkeleton />;
  const { title, brief, state, groups, left, result } = query.data;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading title={title} />
      {intro}
      {state === 'closed' && <StateNote state="closed" />}
      {!isBlank(brief) && (
        <section aria-labelledby="brief" className={cx(layout['stack'], layout['tight'])}>
          <h2 id="brief">{t('groupWork.brief')}</h2>
          <RichTextView document={brief} headingLevel={3} />
        </section>
      )}
      {result.released && <ResultOf result={result} whose="other" />}
      {groups.map((group) => (
        <Group key={group.groupId} project={query.data} group={group} />
      ))}
      {groups.length === 0 && (
        <EmptyState title={t('groupWork.noGroup.title')}>{t('groupWork.noGroup.text')}</EmptyState>
      )}
      {left.map((group) => (
        <LeftGroup key={group.groupId} project={query.data} group={group} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly project: ObservedProject;
  readonly group: ObservedProject['groups'][number];
}

/** The milestones of the learner's group, with its own dates. */
function Group({ project, group }: GroupProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { groupId, name } = group;
  const standings = new Map(group.milestones.map((one) => [one.n, one]));
  return (
    <section aria-labelledby={`group-${groupId}`} className={cx(layout['stack'])}>
      <h2 id={`group-${groupId}`}>
        {t('groupWork.observedGroup', { name: name ?? t('groupWork.unnamed') })}
      </h2>
      {project.milestones.map(({ n, title, points }) => {
        const standing = standings.get(n);
        if (!standing) return null;
        return (
          <div key={n} className={cx(layout['card'], layout['stack'], layout['tight'])}>
            <div className={cx(layout['row'])}>
              <h3>{title}</h3>
              <StateBadge state={standing.state} />
            </div>
            <p className={cx(layout['muted'], layout['small'])}>
              {whenText(standing, now, t, format)}
              {points > 0 && ` · ${t('groupWork.points', { points: format.number(points) })}`}
            </p>
            {standing.handedInAt !== null && (
              <Copy
                place={{ activityId: project.id, groupId, n }}
                memberId={project.learner.memberId}
                title={title}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}

interface LeftGroupProps {
  readonly project: ObservedProject;
  readonly group: ObservedProject['left'][number];
}

/** A group in which the learner is no more, with what was handed in while they were there. */
function LeftGroup({ project, group: { groupId, name, times, milestones } }: LeftGroupProps) {
  const { t } = useTranslation();
  const titles = new Map(project.milestones.map(({ n, title }) => [n, title]));
  return (
    <section aria-labelledby={`group-${groupId}`} className={cx(layout['stack'], layout['tight'])}>
      <h2 id={`group-${groupId}`}>
        {t('groupWork.left.observed', { name: name ?? t('groupWork.unnamed') })}
      </h2>
      <LeftTimes times={times} />
      {milestones.map((n) => (
        <Copy
          key={n}
          place={{ activityId: project.id, groupId, n }}
          memberId={project.learner.memberId}
          title={titles.get(n) ?? ''}
        />
      ))}
    </section>
  );
}

interface CopyProps {
  readonly place: Place;
  readonly memberId: string;
  /** Of the milestone. */
  readonly title: string;
}

/** What is handed in, folded away until one wants to read it. */
function Copy({ place, memberId, title }: CopyProps) {
  const { t } = useTranslation();
  const [isWanted, setIsWanted] = useState(false);
  const query = useObservedCopy(place, memberId, isWanted);
  const copy = query.data?.copy;
  return (
    <Disclosure
      title={t('groupWork.observedCopy', { title })}
      onToggle={(isOpen) => setIsWanted(isWanted || isOpen)}
    >
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && isWanted && <Skeleton />}
      {copy && (
        <div className={cx(layout['stack'])}>
          <WorkView text={copy.text} files={copy.files} />
          <HandedSections sections={copy.sections} />
          <HandedPages pages={copy.pages} />
        </div>
      )}
    </Disclosure>
  );
}
