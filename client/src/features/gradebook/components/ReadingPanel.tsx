import { useEffect, useRef } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { countsOf } from '../compared.ts';
import { type GradebookStatus, useReloadRows, useStartReading } from '../reconciliation-api.ts';

type Reconciliation = GradebookStatus['reconciliation'];

/** Reading the gradebook: the button, how far it is, and what came of it in a sentence. */
export function ReadingPanel({ status }: { readonly status: GradebookStatus }) {
  const { t } = useTranslation();
  const { activityId, reconciliation } = status;
  const start = useStartReading(activityId);
  useReloadWhenDone(activityId, reconciliation.working);
  const { working, readAt, failure } = reconciliation;
  return (
    <>
      <p className={cx(layout['prose'])}>{t('reconciliation.reading.text')}</p>
      {start.error !== null && <Problem error={start.error} />}
      {working === null ? (
        <div>
          <Button
            variant={readAt === null ? 'primary' : 'secondary'}
            isPending={start.isPending}
            onPress={() => start.mutate()}
          >
            {t(readAt === null ? 'reconciliation.reading.start' : 'reconciliation.reading.again')}
          </Button>
        </div>
      ) : (
        <WorkingBar working={working} />
      )}
      {failure !== null && working === null && (
        <Banner tone="bad" role="alert" title={t('reconciliation.reading.failed.title')}>
          {t('reconciliation.reading.failed.text', { words: failure })}
        </Banner>
      )}
      {readAt !== null && <Outcome reconciliation={reconciliation} readAt={readAt} />}
    </>
  );
}

function WorkingBar({ working }: { readonly working: NonNullable<Reconciliation['working']> }) {
  const { t } = useTranslation();
  const text = workingText(working, t);
  const { done, of } = working;
  return (
    <Progress
      label={t('reconciliation.reading.title')}
      text={text}
      {...(of !== null && of > 0 ? { value: done, max: of } : {})}
    />
  );
}

function workingText({ kind, done, of }: NonNullable<Reconciliation['working']>, t: TFunction): string {
  if (kind === 'reading') {
    return done === 0
      ? t('reconciliation.reading.working')
      : t('reconciliation.reading.compared', { count: done });
  }
  return t(`reconciliation.reading.${kind}`, { done, of: of ?? 0 });
}

function Outcome({
  reconciliation,
  readAt,
}: {
  readonly reconciliation: Reconciliation;
  readonly readAt: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { all, differing } = countsOf(reconciliation.states);
  return (
    <p>
      {t('reconciliation.reading.at', { when: format.moment(readAt) })}{' '}
      {all === 0
        ? t('reconciliation.reading.nothing')
        : differing === 0
          ? t('reconciliation.reading.allSame', { count: all })
          : t('reconciliation.reading.differing', { count: differing })}
      {reconciliation.strangers > 0 &&
        ` ${t('reconciliation.reading.strangers', { count: reconciliation.strangers })}`}
    </p>
  );
}

/** Once the work is over, the rows are read anew and whoever does not see the page hears it. */
function useReloadWhenDone(activityId: string, working: Reconciliation['working']): void {
  const { t } = useTranslation();
  const reload = useReloadRows(activityId);
  const before = useRef(working);
  useEffect(() => {
    if (before.current !== null && working === null) {
      announce(t('reconciliation.reading.done'));
      reload();
    }
    before.current = working;
  }, [working, reload, t]);
}
