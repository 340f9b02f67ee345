import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import layout from '../../../ui/layout.module.css';
import type { DataColumn } from '../../../ui/table-rows.ts';
import type { PreFlight, PreFlightReviewer, PreFlightWork } from '../pre-flight-api.ts';
import { numberColumn } from './number-column.tsx';

interface ResultProps {
  readonly result: PreFlight;
}

/** Who would review whom, or compare what, and what each work would get. */
export function PreFlightTables({ result }: ResultProps) {
  const { t } = useTranslation();
  const isOne = result.authors === 'learners' && result.reviewing === 'learners';
  const whom = t(result.by === 'reviews' ? 'preFlight.whom' : 'preFlight.whomCompared');
  return (
    <>
      {!isOne && (
        <section className={cx(layout['stack'])} aria-labelledby="works">
          <h2 id="works">{t('preFlight.whatWorksGet')}</h2>
          <WorksTable result={result} />
        </section>
      )}
      <section className={cx(layout['stack'])} aria-labelledby="whom">
        <h2 id="whom">{whom}</h2>
        <ReviewersTable result={result} withWork={isOne} />
      </section>
    </>
  );
}

/** @param withWork where each has a work of the own: what it gets stands in the same row */
function ReviewersTable({ result, withWork }: ResultProps & { readonly withWork: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { works, reviewers, by, reviewing, authors, title } = result;
  const unnamed = t('launch.work.unnamed');
  const nameOf = (place: number): string => works[place]?.name ?? unnamed;
  const workOf = ({ work }: PreFlightReviewer): PreFlightWork | null => works[work ?? -1] ?? null;
  const tasksOf = ({ tasks }: PreFlightReviewer): string =>
    tasks.length === 0
      ? t('common.none')
      : format.list(
          tasks.map((places) => {
            const [one = '', other] = places.map(nameOf);
            return other === undefined ? one : t('preFlight.table.pair', { one, other });
          }),
        );
  const areGroups = reviewing === 'groups';
  const columns: DataColumn<PreFlightReviewer>[] = [
    nameColumn(t(areGroups ? 'preFlight.table.group' : 'peerReview.staff.table.name'), unnamed),
    ...(areGroups ? [membersColumn<PreFlightReviewer>(t, format)] : []),
    ...(authors === 'groups' && !areGroups
      ? [
          textColumn<PreFlightReviewer>(
            'group',
            t('preFlight.table.group'),
            (row) => workOf(row)?.name ?? t('common.none'),
          ),
        ]
      : []),
    ...(withWork
      ? [
          {
            ...textColumn('part', t('preFlight.table.part'), (row: PreFlightReviewer) =>
              partOf(row, workOf(row), t),
            ),
            isFilter: true,
          },
        ]
      : []),
    {
      ...textColumn(
        'tasks',
        t(by === 'reviews' ? 'preFlight.table.reviews' : 'preFlight.table.compares'),
        tasksOf,
      ),
      share: 2,
    },
    numberColumn(
      'count',
      t(by === 'reviews' ? 'preFlight.table.tasks' : 'preFlight.table.pairs'),
      ({ tasks }: PreFlightReviewer) => tasks.length,
      0,
      t,
      format,
    ),
    ...(withWork
      ? gotColumns<PreFlightReviewer>(by, workOf, t, format)
      : [
          textColumn<PreFlightReviewer>('writes', t('preFlight.table.writes'), ({ writes }) =>
            t(writes ? 'preFlight.table.does' : 'preFlight.table.doesNot'),
          ),
        ]),
  ];
  return (
    <DataTable
      label={t('preFlight.table.label')}
      columns={columns}
      rows={reviewers}
      rowKey={({ id }) => id}
      exportName={`${title} – ${t('preFlight.title')}`}
    />
  );
}

/** What becomes of the own work, and who writes no reviews. */
function partOf({ writes }: PreFlightReviewer, work: PreFlightWork | null, t: TFunction): string {
  const part = t(`preFlight.part.${work?.part ?? 'missing'}`);
  const isIdle = work !== null && work.part !== 'missing' && !writes;
  return isIdle ? `${part} · ${t('preFlight.part.idle')}` : part;
}

/** The works of groups, or those that groups review. */
function WorksTable({ result }: ResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { works, by, authors, title } = result;
  const areGroups = authors === 'groups';
  const columns: DataColumn<PreFlightWork>[] = [
    nameColumn(
      t(areGroups ? 'preFlight.table.group' : 'peerReview.staff.table.name'),
      t('launch.work.unnamed'),
    ),
    ...(areGroups ? [membersColumn<PreFlightWork>(t, format)] : []),
    {
      ...textColumn<PreFlightWork>('part', t('preFlight.table.part'), ({ part }) =>
        t(`preFlight.part.${part}`),
      ),
      isFilter: true,
    },
    ...gotColumns<PreFlightWork>(by, (work) => work, t, format),
  ];
  return (
    <DataTable
      label={t('preFlight.works')}
      columns={columns}
      rows={works}
      rowKey={({ id }) => id}
      exportName={`${title} – ${t('preFlight.whatWorksGet')}`}
    />
  );
}

const textColumn = <Row,>(key: string, title: string, textOf: (row: Row) => string): DataColumn<Row> => ({
  key,
  title,
  value: textOf,
  cell: textOf,
});

const nameColumn = <Row extends { readonly name: string | null }>(title: string, unnamed: string) =>
  textColumn<Row>('name', title, ({ name }) => name ?? unnamed);

const membersColumn = <Row extends { readonly members: readonly (string | null)[] | null }>(
  t: TFunction,
  format: Format,
): DataColumn<Row> => ({
  ...textColumn<Row>('members', t('preFlight.table.members'), ({ members }) =>
    format.list((members ?? []).map((name) => name ?? t('launch.work.unnamed'))),
  ),
  share: 2,
});

/** What a work gets, and the grade that could come of it. */
const gotColumns = <Row,>(
  by: PreFlight['by'],
  workOf: (row: Row) => PreFlightWork | null,
  t: TFunction,
  format: Format,
): DataColumn<Row>[] => [
  numberColumn<Row>(
    'received',
    t(by === 'reviews' ? 'preFlight.table.received' : 'preFlight.table.inPairs'),
    (row) => {
      const work = workOf(row);
      return !work || work.part === 'missing' ? null : work.received;
    },
    0,
    t,
    format,
  ),
  numberColumn<Row>('grade', t('preFlight.percent'), (row) => workOf(row)?.grade ?? null, 0, t, format),
];
