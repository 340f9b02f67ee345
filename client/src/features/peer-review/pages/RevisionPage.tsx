import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useLearnerActivity } from '../api.ts';
import { RevisionEditor } from '../components/RevisionEditor.tsx';
import { useWhen } from '../components/Step.tsx';
import { useReceivedReviews } from '../received-api.ts';
import { type OwnRevision, useOwnRevision } from '../revision-api.ts';
import { useOwnSubmission } from '../work-api.ts';

/** The reviews of the own work, and its revised version with what was changed. */
export default function RevisionPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = useOwnRevision(activityId);
  const own = useOwnSubmission(activityId);
  const received = useReceivedReviews(activityId);
  const activity = useLearnerActivity(activityId);
  if (query.isPending || own.isPending || received.isPending || activity.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const revision = query.data;
  const work = own.data?.submission ?? null;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('revision.title')}
        trail={[{ title: revision.activityTitle, to: `/activities/${activityId}` }]}
      />
      <Window revision={revision} />
      {received.isError && <Problem error={received.error} retry={() => void received.refetch()} />}
      {work && revision.window !== 'notYet' && (
        <RevisionEditor
          activityId={activityId}
          revision={revision}
          reviewed={work}
          reviews={received.data?.reviews ?? []}
          criteria={activity.data?.criteria ?? []}
        />
      )}
    </div>
  );
}

function Window({ revision }: { readonly revision: OwnRevision }) {
  const { t } = useTranslation();
  const opens = useWhen(revision.opensAt);
  const closes = useWhen(revision.closesAt);
  switch (revision.window) {
    case 'open':
      return <p className={cx(layout['prose'])}>{t('revision.intro', { when: closes })}</p>;
    case 'notYet':
      return <Banner tone="info">{t('revision.later', { opens, closes })}</Banner>;
    case 'noWork':
      return <Banner tone="info">{t('revision.noWork')}</Banner>;
    case 'closed':
      return <Banner tone="info">{t('revision.closed')}</Banner>;
  }
}
