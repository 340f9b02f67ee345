import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type KeptRubric, type RubricChange, useRubric } from '../api.ts';

interface VersionsProps {
  readonly rubric: KeptRubric;
  readonly onTake: (version: number) => void;
}

/** What a version changed in the one before; an earlier one can be taken too. */
export function Versions({ rubric, onTake }: VersionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState(rubric.version);
  const found = useRubric(rubric.id, shown);
  if (found.isPending) return <Skeleton isShort />;
  if (found.isError) return <Problem error={found.error} retry={() => void found.refetch()} />;
  const { changes, versions } = found.data;
  const textOf = ({ n, savedAt, savedBy }: (typeof versions)[number]) =>
    t('rubricLibrary.saved', {
      n: format.number(n),
      when: format.moment(savedAt),
      name: savedBy ?? t('groups.person'),
    });
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <Select
        label={t('rubricLibrary.version')}
        choices={versions.map((version) => ({ id: String(version.n), text: textOf(version) }))}
        value={String(shown)}
        onChange={(n) => setShown(Number(n))}
      />
      {shown === 1 ? (
        <p>{t('rubricLibrary.first')}</p>
      ) : (
        <>
          <p>{t('rubricLibrary.changedSince', { n: format.number(shown - 1) })}</p>
          <ul className={cx(layout['plainList'])}>
            {changes.length === 0 && <li>{t('rubricLibrary.onlyName')}</li>}
            {changes.map((change, index) => (
              <li key={index}>{changeText(change, t)}</li>
            ))}
          </ul>
        </>
      )}
      <div className={cx(layout['row'])}>
        <Button onPress={() => onTake(shown)}>
          {t('rubricLibrary.takeVersion', { n: format.number(shown) })}
        </Button>
      </div>
    </div>
  );
}

const changeText = ({ kind, title, fields }: RubricChange, t: TFunction): string =>
  kind === 'changed'
    ? t('rubricLibrary.change.changed', {
        title,
        fields: fields.map((field) => t(`rubricLibrary.field.${field}`)).join(', '),
      })
    : t(`rubricLibrary.change.${kind}`, { title });
