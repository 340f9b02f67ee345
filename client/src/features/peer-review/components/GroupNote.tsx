import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { LearnerActivity } from '../api.ts';
import { type OwnAuthors, useOwnAuthors } from '../authors-api.ts';
import { useWhen } from './Step.tsx';

/** With whom one hands in, where groups do. */
export function GroupNote({ activity }: { readonly activity: Pick<LearnerActivity, 'id' | 'submission'> }) {
  const query = useOwnAuthors(activity.id, activity.submission?.version ?? 0);
  if (query.isPending) return <Skeleton isShort />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  return <Note authors={query.data} />;
}

function Note({ authors }: { readonly authors: OwnAuthors }) {
  const { t } = useTranslation();
  const now = useNow();
  const { state, group, sharers } = authors;
  const when = useWhen(authors.submissionsCloseAt);
  const withOthers = usePeople(group?.members ?? []);
  const shared = usePeople(sharers ?? []);
  const name = group?.name ?? t('groupAuthors.unnamed');
  if (state === 'noGroup')
    return (
      <Banner tone="warn" title={t('groupAuthors.noGroup.title')}>
        <p>{t('groupAuthors.noGroup.text')}</p>
      </Banner>
    );
  const isOver = Date.parse(authors.submissionsCloseAt) < now;
  function texts(): string[] {
    if (state === 'left') return [t('groupAuthors.left'), t('groupAuthors.shared', { names: shared })];
    if (state === 'cameLater') return [t(isOver ? 'groupAuthors.cameTooLate' : 'groupAuthors.cameLater')];
    const people = t('groupAuthors.people', { names: withOthers });
    if (sharers !== null) return [people, t('groupAuthors.shared', { names: shared })];
    return isOver ? [people, t('groupAuthors.missed')] : [people, t('groupAuthors.together', { when })];
  }
  const isMissed = state === 'inGroup' && sharers === null && isOver;
  return (
    <Banner tone={isMissed ? 'warn' : 'info'} title={t('groupAuthors.title', { name })}>
      {texts().map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Banner>
  );
}

function usePeople(people: readonly { readonly name: string | null }[]): string {
  const { t } = useTranslation();
  const format = useFormat();
  return format.list(people.map(({ name }) => name ?? t('groupAuthors.somebody')));
}
