import { useTranslation } from 'react-i18next';
import type { MatrixItem, TextItem } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';

/** Whose people the rows are, or why there are none. */
export function OwnGroupNote({ item: { group, rows = [] } }: { readonly item: MatrixItem | TextItem }) {
  const { t } = useTranslation();
  // Staff look at it as it will be asked: of nobody yet.
  if (group === undefined) return <p>{t('groupRows.preview')}</p>;
  if (group === null) return <p>{t('groupRows.noGroup')}</p>;
  if (rows.length === 0) return <p>{t('groupRows.alone')}</p>;
  if (group.name === null) return null;
  return <p className={cx(layout['muted'], layout['small'])}>{t('groupRows.group', { name: group.name })}</p>;
}
