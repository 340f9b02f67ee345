import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import type { DataColumn } from '../../../ui/table-rows.ts';

/** The column of reviewers' names, each a link to what staff see of the person. */
export function reviewerColumn<Row extends { readonly id: string; readonly name: string | null }>(
  activityId: string,
  t: TFunction,
): DataColumn<Row> {
  const nameOf = ({ name }: Row): string => name ?? t('staffView.somebody');
  return {
    key: 'name',
    title: t('peerReview.staff.table.name'),
    share: 1.6,
    value: nameOf,
    cell: (row) => <Link to={`/activities/${activityId}/learners/${row.id}`}>{nameOf(row)}</Link>,
  };
}
