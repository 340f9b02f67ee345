import { useTranslation } from 'react-i18next';
import { CRITERION_POINTS_MAX, LEVELS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import type { Criterion } from '../api.ts';
import { type Levels, withLevels } from '../criteria-form.ts';
import styles from './SettingsForm.module.css';

interface LevelsFieldsProps {
  readonly criterion: Criterion;
  readonly kind: Levels;
  readonly n: number;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (criterion: Criterion) => void;
}

const LEVELS_MIN = 2;

/** The levels of a criterion, the best first: each with its name, what it means and what it gives. */
export function LevelsFields({ criterion, kind: { levels }, n, errorOf, onChange }: LevelsFieldsProps) {
  const { t } = useTranslation();
  const set = (next: Levels['levels']) => onChange(withLevels(criterion, next));
  return (
    <>
      <ol className={cx(styles['levels'])} aria-label={t('rubric.setUp.levels', { n })}>
        {levels.map((level, index) => {
          const of = { n, level: index + 1 };
          const field = `${criterion.id}.${level.id}`;
          const change = (part: Partial<typeof level>) =>
            set(levels.map((old) => (old.id === level.id ? { ...old, ...part } : old)));
          return (
            <li key={level.id} className={cx(styles['level'])}>
              <div data-field={`${field}.name`}>
                <TextField
                  label={t('rubric.setUp.levelName', of)}
                  shortLabel={t('rubric.setUp.levelNameShort')}
                  value={level.name}
                  error={errorOf(`${field}.name`)}
                  onChange={(name) => change({ name })}
                />
              </div>
              <div data-field={`${field}.points`}>
                <NumberField
                  label={t('rubric.setUp.levelPoints', of)}
                  shortLabel={t('peerReview.setUp.criterion.pointsShort')}
                  minValue={0}
                  maxValue={CRITERION_POINTS_MAX}
                  value={level.points}
                  error={errorOf(`${field}.points`)}
                  onChange={(points) => change({ points })}
                />
              </div>
              <div data-field={`${field}.description`} className={cx(styles['wide'])}>
                <TextArea
                  label={t('rubric.setUp.levelDescription', of)}
                  shortLabel={t('rubric.setUp.levelDescriptionShort')}
                  isOptional
                  rows={1}
                  value={level.description}
                  error={errorOf(`${field}.description`)}
                  onChange={(description) => change({ description })}
                />
              </div>
              <div className={cx(styles['wide'])}>
                <Button
                  variant="quiet"
                  aria-label={t('rubric.setUp.removeLevel', of)}
                  isDisabled={levels.length <= LEVELS_MIN}
                  onPress={() => {
                    set(levels.filter(({ id }) => id !== level.id));
                    announce(t('rubric.setUp.levelRemoved'));
                    // The pressed button is gone.
                    document.querySelector<HTMLElement>(`#${CSS.escape(`${criterion.id}-add`)}`)?.focus();
                  }}
                >
                  {t('peerReview.setUp.criterion.removeShort')}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {errorOf(`${criterion.id}.points`) !== undefined && (
        <p className={cx(styles['error'])}>{errorOf(`${criterion.id}.points`)}</p>
      )}
      <div className={cx(layout['row'])}>
        <Button
          id={`${criterion.id}-add`}
          isDisabled={levels.length >= LEVELS_MAX}
          aria-label={t('rubric.setUp.addLevelTo', { n })}
          onPress={() => set([...levels, { id: newId(), name: '', description: '', points: 0 }])}
        >
          {t('rubric.setUp.addLevel')}
        </Button>
      </div>
    </>
  );
}
