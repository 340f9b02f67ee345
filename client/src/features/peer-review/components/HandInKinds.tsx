import { useTranslation } from 'react-i18next';
import {
  FILE_BYTES_MAX,
  FILE_GROUPS,
  MEGABYTE,
  WORK_FILES_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { cx } from '../../../ui/cx.ts';
import field from '../../../ui/Field.module.css';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Check, Choice } from '../../gradebook/components/Choice.tsx';
import styles from '../../gradebook/components/Choice.module.css';
import { HAND_IN_PARTS, type HandIn } from '../hand-in-parts.ts';
import type { SettingsForm } from '../settings-form.ts';

interface HandInKindsProps {
  readonly form: SettingsForm;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<SettingsForm>) => void;
}

const TAKEN = ['off', 'allowed', 'required'] as const;

/** What is handed in: a work of parts that can or must be there, or nothing. */
export function HandInKinds({ form, errorOf, onChange }: HandInKindsProps) {
  const { t } = useTranslation();
  const { handIn, isLive, anonymity } = form;
  const error = errorOf('handIn');
  const change = (part: Partial<HandIn>) => onChange({ handIn: { ...handIn, ...part } });

  function choose(kind: 'work' | 'presentation'): void {
    const live = kind === 'presentation';
    // Who watches a presentation sees who gives it.
    onChange({ isLive: live, ...(live && anonymity === 'nobodyKnows' && { anonymity: 'authorsKnown' }) });
  }

  return (
    <div className={cx(layout['stack'])} data-field="handIn">
      <Choice
        legend={t('handInSetUp.legend')}
        options={(['work', 'presentation'] as const).map((value) => ({
          value,
          title: t(`handInSetUp.${value}`),
          hint: t(`handInSetUp.${value}Hint`),
        }))}
        value={isLive ? 'presentation' : 'work'}
        onChange={choose}
      />
      {!isLive && (
        <div className={cx(styles['fields'])}>
          {HAND_IN_PARTS.map((part) => (
            <Select
              key={part}
              label={t(`handInSetUp.parts.${part}`)}
              choices={TAKEN.map((id) => ({ id, text: t(`handInSetUp.taken.${id}`) }))}
              value={handIn[part]}
              onChange={(taken) => change({ [part]: taken })}
            />
          ))}
        </div>
      )}
      {!isLive && handIn.files !== 'off' && <FileLimits handIn={handIn} onChange={change} />}
      {error !== undefined && <p className={cx(field['error'])}>{error}</p>}
    </div>
  );
}

interface FileLimitsProps {
  readonly handIn: HandIn;
  readonly onChange: (part: Partial<HandIn>) => void;
}

function FileLimits({ handIn, onChange }: FileLimitsProps) {
  const { t } = useTranslation();
  const { fileGroups, fileMegabytes, filesMax } = handIn;
  return (
    <>
      <fieldset className={cx(styles['group'])}>
        <legend className={cx(styles['legend'])}>{t('handInSetUp.groups')}</legend>
        {FILE_GROUPS.map((group) => (
          <Check
            key={group}
            label={t(`handInSetUp.group.${group}`)}
            isChecked={fileGroups.includes(group)}
            onChange={(isTaken) =>
              onChange({
                fileGroups: FILE_GROUPS.filter((one) => (one === group ? isTaken : fileGroups.includes(one))),
              })
            }
          />
        ))}
      </fieldset>
      <div className={cx(styles['fields'])}>
        <NumberField
          label={t('handInSetUp.megabytes')}
          minValue={1}
          maxValue={FILE_BYTES_MAX / MEGABYTE}
          value={fileMegabytes}
          onChange={(value) => onChange({ fileMegabytes: value })}
        />
        <NumberField
          label={t('handInSetUp.filesMax')}
          minValue={1}
          maxValue={WORK_FILES_MAX}
          value={filesMax}
          onChange={(value) => onChange({ filesMax: value })}
        />
      </div>
    </>
  );
}
