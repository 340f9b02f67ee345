import { useTranslation } from 'react-i18next';
import type { TextItem } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Select } from '../../../ui/Select.tsx';
import { useSetNames } from '../use-set-names.ts';

interface TextAboutProps {
  readonly item: TextItem;
  readonly n: number;
  readonly onChange: (item: TextItem) => void;
}

const ONE = 'one';

/** Whether one writes one text, or one to each person of the own group; nothing while there are no groups. */
export function TextAbout({ item, n, onChange }: TextAboutProps) {
  const { t } = useTranslation();
  const { sets, isSuccess } = useSetNames();
  const { groupRows } = item;
  if (sets.length === 0 && groupRows === undefined) return null;
  // One that was taken off meanwhile is still what the question says.
  const isGone = isSuccess && groupRows !== undefined && !sets.some(({ id }) => id === groupRows.setId);
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <Select
        label={t('groupTexts.label', { n })}
        shortLabel={t('groupTexts.short')}
        choices={[
          { id: ONE, text: t('groupTexts.one') },
          ...sets.map(({ id, name }) => ({ id, text: t('groupTexts.each', { name }) })),
          ...(isGone ? [{ id: groupRows.setId, text: t('groupRows.gone') }] : []),
        ]}
        value={groupRows?.setId ?? ONE}
        onChange={(setId) =>
          onChange({ ...item, groupRows: setId === ONE ? undefined : { setId, self: false } })
        }
      />
      {groupRows !== undefined && (
        <p className={cx(layout['muted'], layout['small'])}>{t('groupTexts.explain')}</p>
      )}
    </div>
  );
}
