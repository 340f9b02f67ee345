import { useTranslation } from 'react-i18next';
import type { MatrixItem, TextItem } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';

/** Whose people the rows are, or why there are none. */
export function OwnGroupNote({ item: { groups, rows = [] } }: { readonly item: MatrixItem | TextItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  // Staff look at it as it will be asked: of nobody yet.
  if (groups === undefined) return <p>{t('groupRows.preview')}</p>;
  if (groups.length === 0) return <p>{t('groupRows.noGroup')}</p>;
  if (rows.length === 0) return <p>{t('groupRows.alone')}</p>;
  const names = groups.flatMap(({ name }) => name ?? []);
  if (names.length === 0) return null;
  return (
    <p className={cx(layout['muted'], layout['small'])}>
      {t('groupRows.group', { count: names.length, name: format.list(names) })}
    </p>
  );
}
