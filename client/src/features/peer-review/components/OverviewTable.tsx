import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import layout from '../../../ui/layout.module.css';
import type { Picking } from '../../../ui/heavy/data-table-props.ts';
import type { DataColumn } from '../../../ui/table-rows.ts';
import type { SyncStatus } from '../../gradebook/api.ts';
import type { OverviewRow, StaffOverview } from '../staff-api.ts';
import { releasedColumns, stuckColumns } from './overview-states.tsx';
import { rangeOf, spreadOf } from './SpotChecks.tsx';

const SYNC_TONES: Record<SyncStatus['state'], Tone> = {
  none: 'neutral',
  waiting: 'info',
  sent: 'good',
  failed: 'bad',
  noColumn: 'warn',
  notTakenBack: 'warn',
};

interface OverviewTableProps {
  readonly overview: Pick<StaffOverview, 'id' | 'title' | 'columns' | 'byGroups' | 'phase'>;
  readonly rows: readonly OverviewRow[];
  /** Choosing learners, while there is something to do with them. */
  readonly picking: Picking | undefined;
  /** What has not been loaded yet. */
  readonly remainder: { readonly total: number; readonly loadAll: () => void } | undefined;
}

/** One row per learner: where each of them is. */
export function OverviewTable({ overview, rows, picking, remainder }: OverviewTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      label={t('peerReview.staff.table.caption')}
      columns={[
        ...nameColumns(t, rows, overview.byGroups),
        ...workColumns(t, format),
        ...certaintyColumns(rows, t, format),
        ...gradeColumns(overview, t, format),
        ...releasedColumns(overview, rows, t),
        ...stuckColumns(rows, t),
      ]}
      rows={rows}
      rowKey={(row) => row.memberId}
      exportName={overview.title}
      {...(picking && { picking })}
      remainder={remainder}
    />
  );
}

const sectionsOf = ({ sections }: OverviewRow, t: TFunction): string =>
  sections.map(({ name }) => name ?? t('sections.unnamed')).join(', ');

const groupOf = ({ group }: OverviewRow, t: TFunction): string =>
  group === null ? t('groupAuthors.staff.none') : (group.name ?? t('groupAuthors.unnamed'));

/** Who it is, in which section and, where groups hand in, with whom. */
function nameColumns(
  t: TFunction,
  rows: readonly OverviewRow[],
  byGroups: boolean,
): DataColumn<OverviewRow>[] {
  return [
    {
      key: 'name',
      title: t('peerReview.staff.table.name'),
      share: 1.55,
      value: ({ name }) => name,
      cell: ({ memberId, name }) => (
        <Link to={`learners/${memberId}`} relative="path">
          {name ?? t('peerReview.staff.table.unnamed')}
        </Link>
      ),
    },
    // A course without sections has no column for them.
    ...(rows.some(({ sections }) => sections.length > 0)
      ? [
          {
            key: 'section',
            title: t('sections.section'),
            isFilter: true,
            value: (row: OverviewRow) => sectionsOf(row, t),
            cell: (row: OverviewRow) => <bdi>{sectionsOf(row, t)}</bdi>,
          },
        ]
      : []),
    ...(byGroups
      ? [
          {
            key: 'group',
            title: t('groupAuthors.staff.group'),
            // A badge breaks no word, and all columns still fit beside each other.
            share: 1.1,
            isFilter: true,
            value: (row: OverviewRow) => groupOf(row, t),
            cell: (row: OverviewRow) =>
              row.group === null ? (
                <Badge tone="warn">{groupOf(row, t)}</Badge>
              ) : (
                <bdi>{groupOf(row, t)}</bdi>
              ),
          },
        ]
      : []),
  ];
}

function workColumns(t: TFunction, format: Format): DataColumn<OverviewRow>[] {
  const of = ({ done, of }: OverviewRow['given']) =>
    of === 0 ? t('common.none') : t('peerReview.staff.table.of', { done, of });
  return [
    {
      key: 'submitted',
      title: t('peerReview.staff.table.submitted'),
      // A moment stands on one line, beside up to seven other columns.
      share: 1.5,
      value: ({ submittedAt }) => submittedAt,
      cell: ({ submittedAt, daysLate }) =>
        submittedAt === null ? (
          <span className={cx(layout['muted'])}>{t('peerReview.staff.table.notSubmitted')}</span>
        ) : (
          <span className={cx(layout['row'], layout['snug'])}>
            <span className={cx(layout['oneLine'])}>{format.shortMoment(submittedAt)}</span>
            {daysLate > 0 && <Badge tone="warn">{t('gradebook.late.by', { count: daysLate })}</Badge>}
          </span>
        ),
    },
    {
      key: 'given',
      title: t('peerReview.staff.table.given'),
      share: 0.93,
      value: ({ given }) => given.done,
      cell: ({ given }) => of(given),
    },
    {
      key: 'received',
      title: t('peerReview.staff.table.received'),
      share: 0.93,
      value: ({ received }) => received.done,
      cell: ({ received }) => of(received),
    },
    {
      key: 'spread',
      title: t('peerReview.staff.table.spread'),
      share: 0.93,
      value: ({ spread }) => (spread === null ? null : Math.round(spread)),
      cell: ({ spread }) => (spread === null ? t('common.none') : spreadOf(spread, t, format)),
    },
  ];
}

/** How certain the grade of the work is, where the grades' method says so. */
function certaintyColumns(
  rows: readonly OverviewRow[],
  t: TFunction,
  format: Format,
): DataColumn<OverviewRow>[] {
  if (rows.every(({ grade }) => !grade?.interval)) return [];
  return [
    {
      key: 'interval',
      title: t('peerReview.staff.table.interval'),
      value: ({ grade }) => (grade?.interval ? rangeOf(grade.interval, t, format) : null),
      cell: ({ grade }) => (grade?.interval ? rangeOf(grade.interval, t, format) : t('common.none')),
    },
  ];
}

interface GradeIn {
  readonly columnId: string;
  readonly grade: OverviewRow['grade'];
  readonly sync: SyncStatus;
}

/** A grade and where it is; side by side for one gradebook column, in one cell each for several. */
function gradeColumns(
  { id, columns }: OverviewTableProps['overview'],
  t: TFunction,
  format: Format,
): DataColumn<OverviewRow>[] {
  const gradeOf = (row: OverviewRow, columnId: string): GradeIn =>
    row.others.find((other) => other.columnId === columnId) ?? { columnId, grade: row.grade, sync: row.sync };
  const grade = (row: OverviewRow, columnId: string) => (
    <Grade activityId={id} row={row} of={gradeOf(row, columnId)} t={t} format={format} />
  );
  const [main, ...others] = columns;
  if (main === undefined) return [];
  if (others.length > 0) {
    return columns.map(({ columnId }, index) => ({
      key: columnId,
      title: t(index === 0 ? 'peerReview.staff.table.gradeWork' : 'peerReview.staff.table.gradeReviewing'),
      value: (row) => gradeOf(row, columnId).grade?.value ?? null,
      cell: (row) => (
        <span className={cx(layout['row'], layout['snug'])}>
          {grade(row, columnId)}
          <Sync sync={gradeOf(row, columnId).sync} none="" t={t} />
        </span>
      ),
    }));
  }
  return [
    {
      key: 'grade',
      title: t('peerReview.staff.table.grade'),
      value: (row) => row.grade?.value ?? null,
      cell: (row) => grade(row, main.columnId),
    },
    {
      key: 'sync',
      title: t('peerReview.staff.table.sync'),
      share: 1.15,
      isFilter: true,
      value: ({ sync }) => t(`peerReview.staff.sync.${sync.state}`),
      cell: ({ sync }) => <Sync sync={sync} none={t('peerReview.staff.sync.none')} t={t} />,
    },
  ];
}

interface GradeProps {
  readonly activityId: string;
  readonly row: OverviewRow;
  readonly of: GradeIn;
  readonly t: TFunction;
  readonly format: Format;
}

/** The grade leads to how it came about. */
function Grade({ activityId, row: { memberId, name }, of: { columnId, grade }, t, format }: GradeProps) {
  const text = textOf(grade, t, format);
  const mark = grade?.value === null ? null : (grade?.mark ?? null);
  return (
    <span className={cx(layout['row'], layout['snug'])}>
      <Link
        to={`/activities/${activityId}/grades/${columnId}/${memberId}`}
        aria-label={t('peerReview.staff.table.historyOf', {
          text,
          name: name ?? t('peerReview.staff.table.unnamed'),
        })}
      >
        {text}
      </Link>
      {mark !== null && <Badge tone="neutral">{t(`peerReview.staff.table.mark.${mark}`)}</Badge>}
    </span>
  );
}

function textOf(grade: OverviewRow['grade'], t: TFunction, format: Format): string {
  if (grade === null) return t('peerReview.staff.table.noGrade');
  if (grade.value !== null) {
    return t('peerReview.staff.table.gradeOf', {
      value: format.number(grade.value),
      maximum: format.number(grade.maximum),
    });
  }
  return grade.mark === null
    ? t('peerReview.staff.table.noGrade')
    : t(`peerReview.staff.table.mark.${grade.mark}`);
}

function Sync({
  sync,
  none,
  t,
}: {
  readonly sync: SyncStatus;
  readonly none: string;
  readonly t: TFunction;
}) {
  if (sync.state === 'none') return none;
  return <Badge tone={SYNC_TONES[sync.state]}>{t(`peerReview.staff.sync.${sync.state}`)}</Badge>;
}
