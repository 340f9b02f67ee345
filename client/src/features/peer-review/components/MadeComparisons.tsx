import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import type { Format } from '../../../i18n/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import { showToast } from '../../../ui/toasts.ts';
import { emptyRichText, plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { type StaffComparison, useChangeComparisons, useComparisons } from '../comparison-api.ts';
import { GiveComparison } from './GiveComparison.tsx';

/** A longer comment is folded away: the table stays one to look through. */
const SHORT = 60;
/** So much of it says which one it is; to the last whole word. */
const BEGINNING = 28;
const beginningOf = (text: string): string => `${text.slice(0, BEGINNING).replace(/\s+\S*$/u, '')}…`;

/** Who compared which works, what they chose and what they wrote; staff give out further ones, and take away what nobody has begun. */
export function MadeComparisons({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useComparisons(activityId);
  const loadAll = useLoadAll(query);
  const change = useChangeComparisons(activityId);
  if (query.isError && query.data === undefined)
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  const [first] = query.data?.pages ?? [];
  if (query.data === undefined || first === undefined) return <Skeleton />;
  const rows = query.data.pages.flatMap((page) => page.comparisons);
  const columns = columnsOf(activityId, t, format);
  const canTake = first.can.change && rows.some(({ state }) => state === 'toDo');

  function take(one: StaffComparison): void {
    const { comparisonId, reviewer, left, right } = one;
    const text = t('comparative.staff.taken', { name: nameOf(one, 'reviewer', t) });
    const give = { reviewerId: reviewer.id, workIds: [left.id, right.id] as const };
    const undo = () => change.mutate({ give });
    change.mutate({ take: comparisonId }, { onSuccess: () => showToast({ text, undo }) });
  }

  return (
    <>
      {first.can.change && <GiveComparison activityId={activityId} />}
      {change.error !== null && <Problem error={change.error} />}
      <DataTable
        label={t('comparative.staff.who')}
        columns={canTake ? [...columns, takeColumn(t, take)] : columns}
        rows={rows}
        rowKey={({ comparisonId }) => comparisonId}
        exportName={`${first.title} – ${t('comparative.staff.who')}`}
        remainder={query.hasNextPage ? { total: rows.length, loadAll } : undefined}
      />
      <LoadMore query={query} />
    </>
  );
}

const nameOf = (one: StaffComparison, who: 'reviewer' | 'left' | 'right', t: TFunction): string =>
  one[who].name ?? t('staffView.somebody');

function columnsOf(activityId: string, t: TFunction, format: Format): DataColumn<StaffComparison>[] {
  const person = (side: 'reviewer' | 'left' | 'right') => {
    const name = (one: StaffComparison): string => nameOf(one, side, t);
    return {
      key: side,
      title: t(`comparative.staff.${side}`),
      share: 1.3,
      value: name,
      cell: (one: StaffComparison) => (
        <Link to={`/activities/${activityId}/learners/${one[side].id}`}>{name(one)}</Link>
      ),
    };
  };
  const said = (one: StaffComparison, side: 'left' | 'right'): string =>
    plainTextOf(one[`${side}Comment`] ?? emptyRichText());
  const chosenOf = (one: StaffComparison): string => {
    if (one.leftPercent === null)
      return t(`peerReview.learner.reviews.${one.state === 'begun' ? 'begun' : 'toDo'}`);
    if (one.leftPercent === 50) return t('comparative.staff.even');
    const side = one.leftPercent > 50 ? 'left' : 'right';
    return t('comparative.staff.better', {
      name: nameOf(one, side, t),
      percent: format.percent(Math.round(Math.max(one.leftPercent, 100 - one.leftPercent))),
    });
  };
  const comment = (side: 'left' | 'right') => ({
    key: `${side} comment`,
    title: t(`comparative.staff.${side}Comment`),
    share: 2,
    value: (one: StaffComparison) => said(one, side),
    cell: (one: StaffComparison) => {
      const text = said(one, side);
      if (text.length <= SHORT) return text || t('common.none');
      return (
        <Disclosure title={beginningOf(text)}>
          <RichTextView document={one[`${side}Comment`] ?? emptyRichText()} headingLevel={4} />
        </Disclosure>
      );
    },
  });
  return [
    person('reviewer'),
    person('left'),
    person('right'),
    { key: 'chosen', title: t('comparative.staff.choice'), share: 1.5, value: chosenOf, cell: chosenOf },
    comment('left'),
    comment('right'),
  ];
}

const takeColumn = (
  t: TFunction,
  onTake: (comparison: StaffComparison) => void,
): DataColumn<StaffComparison> => ({
  key: 'action',
  title: t('comparative.staff.action'),
  share: 1.3,
  cell: (one) =>
    one.state === 'toDo' && (
      <Button
        variant="quiet"
        aria-label={t('comparative.staff.takeOf', {
          name: nameOf(one, 'reviewer', t),
          left: nameOf(one, 'left', t),
          right: nameOf(one, 'right', t),
        })}
        onPress={() => onTake(one)}
      >
        {t('comparative.staff.take')}
      </Button>
    ),
});
