import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type CalibrationRow, type ExampleList, useCalibrations, useLetPass } from '../calibration-api.ts';

interface CalibrationsSectionProps {
  readonly activityId: string;
  readonly title: string;
  readonly pass: ExampleList['pass'];
}

/** Who has reviewed the examples, with what agreement; staff can let somebody pass. */
export function CalibrationsSection({ activityId, title, pass }: CalibrationsSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useCalibrations(activityId);
  const [asked, setAsked] = useState<CalibrationRow | null>(null);
  if (query.isPending) return <Skeleton />;
  if (query.isError && query.data === undefined) {
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  }
  const rows = query.data.pages.flatMap((page) => page.rows);
  return (
    <section className={cx(layout['stack'])} aria-labelledby="calibrations">
      <h2 id="calibrations">{t('calibration.learners')}</h2>
      <p className={cx(layout['prose'])}>
        {pass === null
          ? t('calibration.passNone')
          : t('calibration.passNeeds', {
              count: pass.examples,
              percent: format.percent(pass.agreementPercent),
            })}{' '}
        {t('calibration.compared.measure')}
      </p>
      <DataTable
        label={t('calibration.table')}
        columns={columnsOf(activityId, pass, setAsked, t, format)}
        rows={rows}
        rowKey={({ memberId }) => memberId}
        exportName={`${title} – ${t('calibration.learners')}`}
      />
      <LoadMore query={query} />
      {asked !== null && <LetPassDialog activityId={activityId} row={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

const TONES: Record<CalibrationRow['standing'], Tone> = {
  notNeeded: 'neutral',
  open: 'warn',
  agreed: 'good',
  letPass: 'info',
};

function columnsOf(
  activityId: string,
  pass: ExampleList['pass'],
  ask: (row: CalibrationRow) => void,
  t: TFunction,
  format: Format,
): DataColumn<CalibrationRow>[] {
  const nameOf = ({ name }: CalibrationRow) => name ?? t('peerReview.staff.table.unnamed');
  const standing = (row: CalibrationRow) => t(`calibration.state.${row.standing}`);
  const columns: DataColumn<CalibrationRow>[] = [
    {
      key: 'name',
      title: t('peerReview.staff.table.name'),
      share: 2,
      value: nameOf,
      cell: (row) => <Link to={`/activities/${activityId}/learners/${row.memberId}`}>{nameOf(row)}</Link>,
    },
    {
      key: 'reviewed',
      title: t('calibration.columns.reviewed'),
      isNumber: true,
      value: ({ reviewed }) => reviewed,
      cell: ({ reviewed }) => format.number(reviewed),
    },
    {
      key: 'attempts',
      title: t('calibration.columns.attempts'),
      isNumber: true,
      value: ({ attempts }) => attempts,
      cell: ({ attempts }) => format.number(attempts),
    },
    {
      key: 'agreement',
      title: t('calibration.columns.agreement'),
      isNumber: true,
      value: ({ agreement }) => (agreement === null ? null : Math.round(agreement * 10) / 10),
      cell: ({ agreement }) => (agreement === null ? '–' : format.percent(agreement)),
    },
  ];
  if (pass === null) return columns;
  return [
    ...columns,
    {
      key: 'standing',
      title: t('calibration.columns.standing'),
      isFilter: true,
      value: standing,
      cell: (row) => (
        <>
          <Badge tone={TONES[row.standing]}>{standing(row)}</Badge>
          {row.reason !== null && <p className={cx(layout['small'], layout['muted'])}>{row.reason}</p>}
        </>
      ),
    },
    {
      key: 'decide',
      title: t('calibration.columns.decide'),
      cell: (row) =>
        (row.standing === 'open' || row.standing === 'letPass') && (
          <Button
            aria-label={t(`calibration.letPass.label.${row.standing}`, { name: nameOf(row) })}
            onPress={() => ask(row)}
          >
            {t(`calibration.letPass.button.${row.standing}`)}
          </Button>
        ),
    },
  ];
}

interface LetPassDialogProps {
  readonly activityId: string;
  readonly row: CalibrationRow;
  readonly onClose: () => void;
}

function LetPassDialog({ activityId, row, onClose }: LetPassDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const decide = useLetPass(activityId);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const name = row.name ?? t('peerReview.staff.table.unnamed');
  const step = row.standing === 'letPass' ? 'letPass' : 'open';
  const isMissing = reason.trim() === '';
  const isTooLong = reason.length > REASON_MAX;
  function error(): string | undefined {
    if (isTooLong) return t('peerReview.review.commentTooLong', { max: format.number(REASON_MAX) });
    return wasTried && isMissing ? t('calibration.letPass.reasonMissing') : undefined;
  }
  function confirm(): void {
    setWasTried(true);
    if (isMissing || isTooLong) return;
    const wanted = { memberId: row.memberId, passes: step === 'open', expectedRevision: row.revision };
    decide.mutate(
      { ...wanted, reason: reason.trim() },
      {
        onSuccess: () => {
          showToast({ text: t(`calibration.letPass.done.${step}`, { name }) });
          onClose();
        },
      },
    );
  }
  return (
    <Dialog
      title={t(`calibration.letPass.of.${step}`, { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isPending={decide.isPending} onPress={confirm}>
            {t(`calibration.letPass.button.${step}`)}
          </Button>
        </>
      }
    >
      <p>{t(`calibration.letPass.text.${step}`)}</p>
      <TextArea
        label={t('calibration.letPass.reason')}
        hint={t('calibration.letPass.reasonHint')}
        value={reason}
        error={error()}
        onChange={setReason}
      />
      {decide.error !== null && <Problem error={decide.error} />}
    </Dialog>
  );
}
