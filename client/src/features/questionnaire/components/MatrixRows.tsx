import { useTranslation } from 'react-i18next';
import type { MatrixItem } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useSetNames } from '../use-set-names.ts';
import { OptionLines } from './OptionLines.tsx';

interface MatrixRowsProps {
  readonly item: MatrixItem;
  readonly n: number;
  readonly error: string | undefined;
  readonly onChange: (item: MatrixItem) => void;
}

const WRITTEN = 'written';

/** The rows of a table of choices: written, or the people of everybody's own group. */
export function MatrixRows({ item, n, error, onChange }: MatrixRowsProps) {
  const { t } = useTranslation();
  const groups = useSetNames();
  const { groupRows } = item;
  const sets = groups.sets.map(({ id, name }) => ({ id, text: t('groupRows.set', { name }) }));
  // One that was taken off meanwhile is still what the question says.
  const isGone = groupRows !== undefined && !sets.some(({ id }) => id === groupRows.setId);
  const gone = isGone && groups.isSuccess ? [{ id: groupRows.setId, text: t('groupRows.gone') }] : [];
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      {(sets.length > 0 || groupRows !== undefined) && (
        <Select
          label={t('groupRows.label', { n })}
          shortLabel={t('groupRows.short')}
          choices={[{ id: WRITTEN, text: t('groupRows.written') }, ...sets, ...gone]}
          value={groupRows?.setId ?? WRITTEN}
          onChange={(setId) =>
            onChange({
              ...item,
              rows: [],
              groupRows: setId === WRITTEN ? undefined : { setId, self: groupRows?.self ?? false },
            })
          }
        />
      )}
      {groups.error !== null && <Problem error={groups.error} />}
      {groupRows === undefined ? (
        <OptionLines
          label={t('questionnaire.build.rows', { n })}
          shortLabel={t('questionnaire.build.rowsShort')}
          options={item.rows}
          error={error}
          onChange={(rows) => onChange({ ...item, rows })}
        />
      ) : (
        <>
          <Checkbox
            isChecked={groupRows.self}
            onChange={(self) => onChange({ ...item, groupRows: { ...groupRows, self } })}
          >
            {t('groupRows.self')}
          </Checkbox>
          <p className={cx(layout['muted'], layout['small'])}>{t('groupRows.explain')}</p>
        </>
      )}
    </div>
  );
}
