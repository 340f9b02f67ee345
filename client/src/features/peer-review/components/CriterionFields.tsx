import { useTranslation } from 'react-i18next';
import { CRITERION_POINTS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { type CriterionKind, kindOf } from '../../../../../server/src/contracts/rubric-rules.ts';
import { newId } from '../../../app/new-id.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import type { Criterion } from '../api.ts';
import { withKind } from '../criteria-form.ts';
import { CriterionOptions } from './CriterionOptions.tsx';
import { LevelsFields } from './LevelsFields.tsx';
import { ScaleFields } from './ScaleFields.tsx';
import styles from './SettingsForm.module.css';

interface CriterionFieldsProps {
  readonly criterion: Criterion;
  /** Its place, from 1. */
  readonly n: number;
  readonly isLast: boolean;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (criterion: Criterion) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

const KINDS: readonly CriterionKind['type'][] = ['points', 'levels', 'scale', 'yesNo', 'comment'];
const LEVELS = ['excellent', 'good', 'partly', 'missing'] as const;

/** One criterion: what to look at, how it is judged, and how much it counts. */
export function CriterionFields(props: CriterionFieldsProps) {
  const { criterion, n, errorOf, onChange } = props;
  const { id } = criterion;
  const { t } = useTranslation();
  const kind = kindOf(criterion);
  const chooseKind = (type: CriterionKind['type']) =>
    onChange(
      withKind(
        criterion,
        type,
        LEVELS.map((level) => t(`rubric.setUp.usualLevels.${level}`)),
        newId,
      ),
    );
  return (
    <li className={cx(styles['criterion'])}>
      <Head {...props} />
      <div className={cx(styles['fields'])}>
        <div data-field={`${id}.title`} className={cx(styles['wide'])}>
          <TextField
            label={t('peerReview.setUp.criterion.title', { n })}
            shortLabel={t('peerReview.setUp.criterion.titleShort')}
            value={criterion.title}
            error={errorOf(`${id}.title`)}
            onChange={(title) => onChange({ ...criterion, title })}
          />
        </div>
        <Select<CriterionKind['type']>
          label={t('rubric.setUp.kind', { n })}
          shortLabel={t('rubric.setUp.kindShort')}
          choices={KINDS.map((type) => ({ id: type, text: t(`rubric.setUp.kinds.${type}`) }))}
          value={kind.type}
          onChange={chooseKind}
        />
        {kind.type !== 'comment' && kind.type !== 'levels' && (
          <div data-field={`${id}.points`}>
            <NumberField
              label={t('peerReview.setUp.criterion.points', { n })}
              shortLabel={t(
                kind.type === 'points' ? 'peerReview.setUp.criterion.pointsShort' : 'rubric.setUp.mostPoints',
              )}
              minValue={0}
              maxValue={CRITERION_POINTS_MAX}
              value={criterion.points}
              error={errorOf(`${id}.points`)}
              onChange={(points) => onChange({ ...criterion, points })}
            />
          </div>
        )}
        <div data-field={`${id}.description`} className={cx(styles['wide'])}>
          <TextArea
            label={t('peerReview.setUp.criterion.description', { n })}
            shortLabel={t('peerReview.setUp.criterion.descriptionShort')}
            isOptional
            rows={2}
            value={criterion.description}
            error={errorOf(`${id}.description`)}
            onChange={(description) => onChange({ ...criterion, description })}
          />
        </div>
      </div>
      {kind.type === 'levels' && (
        <LevelsFields criterion={criterion} kind={kind} n={n} errorOf={errorOf} onChange={onChange} />
      )}
      {kind.type === 'scale' && (
        <ScaleFields criterion={criterion} kind={kind} n={n} errorOf={errorOf} onChange={onChange} />
      )}
      <CriterionOptions criterion={criterion} n={n} errorOf={errorOf} onChange={onChange} />
    </li>
  );
}

function Head({ criterion: { id }, n, isLast, onMove, onRemove }: CriterionFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles['head'])}>
      <h3>{t('peerReview.setUp.criterion.legend', { n })}</h3>
      <div className={cx(styles['tools'])}>
        <Button
          variant="quiet"
          id={`${id}-up`}
          isDisabled={n === 1}
          aria-label={t('peerReview.setUp.criterion.up', { n })}
          onPress={() => onMove(-1)}
        >
          {t('peerReview.setUp.criterion.upShort')}
        </Button>
        <Button
          variant="quiet"
          id={`${id}-down`}
          isDisabled={isLast}
          aria-label={t('peerReview.setUp.criterion.down', { n })}
          onPress={() => onMove(1)}
        >
          {t('peerReview.setUp.criterion.downShort')}
        </Button>
        <Button
          variant="quiet"
          id={`${id}-remove`}
          aria-label={t('peerReview.setUp.criterion.remove', { n })}
          onPress={onRemove}
        >
          {t('peerReview.setUp.criterion.removeShort')}
        </Button>
      </div>
    </div>
  );
}
