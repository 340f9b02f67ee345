import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useApi, useFormat } from '../../../app/context.ts';
import { useMutation } from '../../../app/use-mutation.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type GradeHistory, isTakingEffect, useGradeHistory, wholeHistory } from '../api.ts';
import { DecisionPanel } from '../components/DecisionPanel.tsx';
import styles from '../components/History.module.css';
import { HistoryEntry } from '../components/HistoryEntry.tsx';
import { explain } from '../explain.ts';
import { tellFurther } from '../explain-further.ts';
import { download } from '../csv.ts';
import { fileName, toCsv, toJson } from '../history-export.ts';
import { useGradedPlace } from '../use-graded-place.ts';

/** How one learner's grade in one column came about, for staff: everything that ever stood there, and why. */
export default function GradeHistoryPage() {
  const { t } = useTranslation();
  const { activityId = '', columnId = '', memberId = '' } = useParams();
  const place = useGradedPlace(activityId);
  const query = useGradeHistory(columnId, memberId);
  const history = query.data?.pages[0];
  if (query.isError && history === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (history === undefined) return <PageSkeleton />;
  const name = history.member.name ?? t('gradebook.history.unnamed');
  return (
    <div className={cx(layout['stack'], layout['page'], layout['measure'])}>
      <div>
        <Link to={place}>{t('gradebook.history.back')}</Link>
      </div>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('gradebook.history.title', { name })} />
        <p className={cx(layout['muted'])}>{history.column.label}</p>
      </div>
      <Current history={history} readAt={query.dataUpdatedAt} />
      {history.can.override && <DecisionPanel history={history} onReload={() => void query.refetch()} />}
      <Entries query={query} history={history} />
    </div>
  );
}

/** What stands now, and where it is. */
function Current({ history, readAt }: { readonly history: GradeHistory; readonly readAt: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [newest] = history.entries;
  if (isTakingEffect(history, readAt)) {
    return (
      <Banner tone="info" role="status">
        {t('gradebook.history.takingEffect')}
      </Banner>
    );
  }
  if (newest === undefined) return <Banner tone="info">{t('gradebook.history.none')}</Banner>;
  const { value, maximum } = newest.explanation;
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-label={t('gradebook.history.now')}>
      <p className={cx(styles['grade'])}>
        {value === null
          ? t('gradebook.history.noGrade')
          : t('gradebook.points', { value: format.number(value), maximum: format.number(maximum) })}
      </p>
      <p>{explain(newest.explanation, 'other', t, format, tellFurther)}</p>
      {!history.released && <p>{t('gradebook.history.notReleased')}</p>}
      <div>
        <Sync sync={history.sync} />
      </div>
    </section>
  );
}

function Sync({ sync }: { readonly sync: GradeHistory['sync'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = sync.at === null ? '' : format.moment(sync.at);
  const tone = sync.state === 'sent' ? 'good' : sync.state === 'waiting' ? 'info' : 'warn';
  return <Badge tone={tone}>{t(`gradebook.sync.${sync.state}`, { when })}</Badge>;
}

interface EntriesProps {
  readonly query: ReturnType<typeof useGradeHistory>;
  readonly history: GradeHistory;
}

function Entries({ query, history }: EntriesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section className={cx(layout['stack'])} aria-labelledby="entries">
      <h2 id="entries">{t('gradebook.history.entries')}</h2>
      {entries.length === 0 ? (
        <EmptyState title={t('gradebook.history.empty.title')}>
          {t('gradebook.history.empty.text')}
        </EmptyState>
      ) : (
        <>
          <Export history={history} />
          <ol className={cx(styles['list'])} reversed start={entries[0]?.n ?? 1}>
            {entries.map((entry, index) => (
              <HistoryEntry key={entry.n} entry={entry} isNewest={index === 0} />
            ))}
          </ol>
          <p className={cx(layout['muted'], layout['small'])}>
            {t('common.timeZone', { zone: format.zone })}
          </p>
        </>
      )}
      {query.hasNextPage && (
        <div>
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t(query.isFetchingNextPage ? 'common.loadingMore' : 'common.loadMore')}
          </Button>
        </div>
      )}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
    </section>
  );
}

const FORMATS = {
  csv: { type: 'text/csv', textOf: toCsv },
  json: { type: 'application/json', textOf: toJson },
} as const;

/** The whole history as a file, also what is not on the page yet. */
function Export({ history }: { readonly history: GradeHistory }) {
  const { t } = useTranslation();
  const api = useApi();
  const { column, member } = history;
  const save = useMutation({
    mutationFn: async (extension: keyof typeof FORMATS) => {
      const whole = await wholeHistory(api, { columnId: column.id, memberId: member.id });
      const { type, textOf } = FORMATS[extension];
      download(fileName(whole, extension), type, textOf(whole));
    },
  });
  return (
    <>
      <div className={cx(layout['row'])}>
        {(['csv', 'json'] as const).map((extension) => (
          <Button key={extension} isPending={save.isPending} onPress={() => save.mutate(extension)}>
            {t(`gradebook.history.${extension}`)}
          </Button>
        ))}
      </div>
      {save.isError && <Problem error={save.error} />}
    </>
  );
}
