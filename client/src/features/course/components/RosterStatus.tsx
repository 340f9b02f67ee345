import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { Problem } from '../../../ui/Problem.tsx';
import { type Roster, useReadRoster, useRoster } from '../api.ts';
import { ReadStatus, useWhen } from './ReadStatus.tsx';

/** How the course's roster stands, for staff above what it is the ground of. */
export function RosterStatus() {
  const roster = useRoster();
  useRefetchWhenRead(roster.data);
  if (roster.isError) return <Problem error={roster.error} retry={() => void roster.refetch()} />;
  return roster.data === undefined ? null : <Status roster={roster.data} />;
}

function Status({ roster }: { readonly roster: Roster }) {
  const { t } = useTranslation();
  const read = useReadRoster();
  const when = useWhen(roster.readAt);
  const texts = {
    unavailable: t('roster.unavailable'),
    waiting: t('roster.waiting'),
    read: t('roster.read', {
      when: when ?? '',
      people: t('roster.people', { count: roster.people }),
      learners: t('roster.learners', { count: roster.learners }),
    }),
  };
  return (
    <section aria-label={t('roster.label')}>
      <ReadStatus
        read={roster}
        text={roster.state === 'unavailable' || roster.state === 'waiting' ? texts[roster.state] : texts.read}
        reading={t('roster.reading')}
        failed={t('roster.failed')}
        onRead={roster.can.read ? () => read.mutate() : null}
        isAsking={read.isPending}
        error={read.error}
      />
    </section>
  );
}

/** What a reading that has just ended changed: tables and counts are asked for again. */
function useRefetchWhenRead(roster: Roster | undefined): void {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const before = useRef(roster?.state);
  useEffect(() => {
    if (before.current === 'reading' && roster?.state === 'read') {
      announce(t('roster.readDone'));
      void queries.invalidateQueries({ queryKey: ['peer-review'] });
    }
    before.current = roster?.state;
  }, [roster?.state, queries, t]);
}
