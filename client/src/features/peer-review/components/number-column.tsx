import type { TFunction } from 'i18next';
import type { Format } from '../../../i18n/format.ts';
import type { DataColumn } from '../../../ui/table-rows.ts';

/** A column of numbers, some of which are not known. @param digits after the point, in the table and in its CSV */
export function numberColumn<Row>(
  key: string,
  title: string,
  numberOf: (row: Row) => number | null,
  digits: number,
  t: TFunction,
  format: Format,
): DataColumn<Row> {
  const rounded = (row: Row): number | null => {
    const value = numberOf(row);
    return value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits;
  };
  return {
    key,
    title,
    isNumber: true,
    value: rounded,
    cell: (row) => {
      const value = rounded(row);
      return value === null ? t('common.none') : format.number(value);
    },
  };
}
