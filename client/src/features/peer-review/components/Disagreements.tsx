import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import { showToast } from '../../../ui/toasts.ts';
import { type Disagreement, useDisagreements, useDismissDisagreement } from '../problems-api.ts';
import { ReasonedDialog } from './ReasonedDialog.tsx';
import { spreadOf } from './SpotChecks.tsx';

/** Works whose reviews are too far apart, to decide about. */
export function Disagreements({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useDisagreements(activityId);
  const dismiss = useDismissDisagreement(activityId);
  const [leaving, setLeaving] = useState<Disagreement | null>(null);
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton />;
  const { limit, items } = query.data;
  const takeBack = ({ author, revision }: Disagreement): void =>
    dismiss.mutate(
      { memberId: author.id, dismissed: false, reason: '', expectedRevision: revision },
      { onSuccess: () => showToast({ text: t('staffView.apart.saved') }) },
    );
  return (
    <section className={cx(layout['stack'])} aria-labelledby="apart">
      <h2 id="apart">{t('staffView.apart.title')}</h2>
      <p className={cx(layout['prose'])}>{introOf(limit, items, t, format)}</p>
      {dismiss.error !== null && leaving === null && <Problem error={dismiss.error} />}
      {items.length > 0 && (
        <>
          <DataTable
            label={t('staffView.apart.title')}
            columns={columnsOf(activityId, t, format, setLeaving, takeBack)}
            rows={items}
            rowKey={({ author }) => author.id}
            exportName={t('staffView.apart.title')}
          />
          <div>
            <ButtonLink to={`/activities/${activityId}/marking`}>{t('staffView.apart.mark')}</ButtonLink>
          </div>
        </>
      )}
      {leaving !== null && <LeaveDialog work={leaving} dismiss={dismiss} onClose={() => setLeaving(null)} />}
    </section>
  );
}

function introOf(limit: number | null, items: readonly unknown[], t: TFunction, format: Format): string {
  if (limit === null) return t('staffView.apart.off');
  return t(items.length === 0 ? 'staffView.apart.none' : 'staffView.apart.intro', {
    limit: format.number(limit),
  });
}

function columnsOf(
  activityId: string,
  t: TFunction,
  format: Format,
  leave: (work: Disagreement) => void,
  takeBack: (work: Disagreement) => void,
): DataColumn<Disagreement>[] {
  const nameOf = ({ author }: Disagreement): string => author.name ?? t('staffView.somebody');
  const stateOf = ({ dismissal }: Disagreement): string =>
    dismissal === null ? t('staffView.apart.waits') : t('staffView.apart.left', { reason: dismissal.reason });
  return [
    {
      key: 'name',
      title: t('peerReview.staff.table.name'),
      value: nameOf,
      cell: (work) => <Link to={`/activities/${activityId}/learners/${work.author.id}`}>{nameOf(work)}</Link>,
    },
    {
      key: 'spread',
      title: t('peerReview.staff.spotChecks.spread'),
      value: ({ spread }) => Math.round(spread),
      cell: ({ spread }) => spreadOf(spread, t, format),
    },
    {
      key: 'reviews',
      title: t('peerReview.staff.spotChecks.reviews'),
      value: ({ reviews }) => reviews,
      cell: ({ reviews }) => format.number(reviews),
    },
    { key: 'state', title: t('staffView.apart.state'), share: 1.6, value: stateOf, cell: stateOf },
    {
      key: 'decide',
      title: t('staffView.apart.decide'),
      cell: (work) =>
        work.dismissal === null ? (
          <Button
            variant="quiet"
            aria-label={t('staffView.apart.leaveOf', { name: nameOf(work) })}
            onPress={() => leave(work)}
          >
            {t('staffView.apart.leave')}
          </Button>
        ) : (
          <Button
            variant="quiet"
            aria-label={t('staffView.apart.takeBackOf', { name: nameOf(work) })}
            onPress={() => takeBack(work)}
          >
            {t('staffView.apart.takeBack')}
          </Button>
        ),
    },
  ];
}

interface LeaveDialogProps {
  readonly work: Disagreement;
  readonly dismiss: ReturnType<typeof useDismissDisagreement>;
  readonly onClose: () => void;
}

function LeaveDialog({ work, dismiss, onClose }: LeaveDialogProps) {
  const { t } = useTranslation();
  return (
    <ReasonedDialog
      texts={{
        title: t('staffView.apart.leaveOf', { name: work.author.name ?? t('staffView.somebody') }),
        save: t('staffView.apart.leaveDo'),
        reason: t('staffView.apart.reason'),
        reasonWrong: t('staffView.problem.staff.wordsWrong', { max: REASON_MAX }),
      }}
      isPending={dismiss.isPending}
      error={dismiss.error}
      onSave={(reason) =>
        dismiss.mutate(
          { memberId: work.author.id, dismissed: true, reason, expectedRevision: work.revision },
          {
            onSuccess: () => {
              showToast({ text: t('staffView.apart.saved') });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}
