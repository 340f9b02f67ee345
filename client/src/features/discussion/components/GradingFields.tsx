import { useTranslation } from 'react-i18next';
import { DISCUSSION_GRADINGS } from '../../../../../server/src/contracts/limits.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { CriteriaEditor } from '../../peer-review/components/CriteriaEditor.tsx';
import { invalidText } from '../../peer-review/components/SettingsForm.tsx';
import { criteriaChecks, toCriterion } from '../../peer-review/criteria-form.ts';
import type { Settings } from '../settings-api.ts';

type Grading = Settings['grading'];

const usesRubric = ({ by }: Grading): boolean => by === 'rubric' || by === 'both';

const isPercent = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 99;

/** Whether it cannot be saved so: nothing to grade by, or something wrong with the rubric. */
export const hasGradingFault = ({ grading, milestones }: Settings): boolean =>
  lacksMilestones({ grading, milestones }) ||
  (grading.by === 'both' && !isPercent(grading.milestonesPercent)) ||
  (usesRubric(grading) && criteriaChecks(grading.criteria).some(([, invalid]) => invalid !== null));

const lacksMilestones = ({ grading, milestones }: Pick<Settings, 'grading' | 'milestones'>): boolean =>
  (grading.by === 'milestones' || grading.by === 'both') && !milestones.some(({ points }) => points > 0);

/** A rubric as it is saved; one that nothing is graded by is left as it is, if it can be. */
export const savedGrading = (grading: Grading): Grading => ({
  ...grading,
  criteria: usesRubric(grading) ? grading.criteria.map(toCriterion) : [],
});

interface GradingFieldsProps {
  readonly settings: Settings;
  readonly showsFaults: boolean;
  readonly onChange: (grading: Grading) => void;
}

/** What the points come from: milestones, a rubric, both, or nothing here. */
export function GradingFields({ settings, showsFaults, onChange }: GradingFieldsProps) {
  const { t } = useTranslation();
  const { grading } = settings;
  const checks = new Map(criteriaChecks(grading.criteria));
  const errorOf = (field: string) =>
    showsFaults ? invalidText(checks.get(field) ?? undefined, t) : undefined;
  const isPercentWrong = showsFaults && !isPercent(grading.milestonesPercent);
  return (
    <section aria-labelledby="grading" className={cx(layout['stack'])}>
      <h2 id="grading">{t('discussionGrades.setUp.title')}</h2>
      <RadioGroup
        label={t('discussionGrades.setUp.by')}
        value={grading.by}
        onChange={(by) => onChange({ ...grading, by })}
        choices={DISCUSSION_GRADINGS.map((id) => ({
          id,
          text: t(`discussionGrades.setUp.ways.${id}`),
          hint: t(`discussionGrades.setUp.wayHints.${id}`),
        }))}
      />
      {showsFaults && lacksMilestones(settings) && (
        <p role="alert">{t('discussionGrades.setUp.needsMilestones')}</p>
      )}
      {grading.by === 'both' && (
        <NumberField
          label={t('discussionGrades.setUp.percent')}
          hint={t('discussionGrades.setUp.percentHint')}
          minValue={1}
          maxValue={99}
          value={grading.milestonesPercent}
          error={isPercentWrong ? t('expectations.setUp.range', { min: '1', max: '99' }) : undefined}
          onChange={(milestonesPercent) => onChange({ ...grading, milestonesPercent })}
        />
      )}
      {usesRubric(grading) && (
        <CriteriaEditor
          title={t('discussionGrades.setUp.criteria')}
          criteria={grading.criteria}
          errorOf={errorOf}
          onChange={(criteria) => onChange({ ...grading, criteria })}
        />
      )}
    </section>
  );
}
