import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type OwnRevision, useOwnRevision } from '../revision-api.ts';
import { useWhen } from './Step.tsx';

/** Says when one can revise the own work, and leads there. */
export function RevisionNote({ activityId }: { readonly activityId: string }) {
  const query = useOwnRevision(activityId);
  if (query.isPending) return <Skeleton isShort />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  return <Note activityId={activityId} revision={query.data} />;
}

function Note({ activityId, revision }: { readonly activityId: string; readonly revision: OwnRevision }) {
  const { t } = useTranslation();
  const opens = useWhen(revision.opensAt);
  const closes = useWhen(revision.closesAt);
  const isDone = revision.handedIn !== null;
  if (revision.window === 'notYet')
    return <p className={cx(layout['muted'])}>{t('revision.later', { opens, closes })}</p>;
  if (revision.window !== 'open' && !isDone) return null;
  function text(): string {
    if (isDone) return t(revision.can.edit ? 'revision.doneUntil' : 'revision.done', { when: closes });
    return t('revision.until', { when: closes });
  }
  return (
    <Banner
      tone={isDone ? 'good' : 'info'}
      title={t('revision.title')}
      actions={
        <ButtonLink to={`/activities/${activityId}/revision`} variant={isDone ? 'secondary' : 'primary'}>
          {t(isDone ? 'revision.change' : 'revision.start')}
        </ButtonLink>
      }
    >
      <p>{text()}</p>
    </Banner>
  );
}
