import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CRITERION_COMMENT_MINIMUM_MAX,
  CRITERION_POINTS_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { kindOf, weightOf } from '../../../../../server/src/contracts/rubric-rules.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import type { Criterion } from '../api.ts';

interface CriterionOptionsProps {
  readonly criterion: Criterion;
  readonly n: number;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (criterion: Criterion) => void;
}

type Need = 'none' | 'optional' | 'required';

/** What most criteria leave as it is: a comment of its own, a weight, and whether it may not apply. */
export function CriterionOptions({ criterion, n, errorOf, onChange }: CriterionOptionsProps) {
  const { t } = useTranslation();
  const { id, weight, comment, mayNotApply = false } = criterion;
  const isCommentOnly = kindOf(criterion).type === 'comment';
  // As it was at first: what one folds away or empties oneself stays as one left it.
  const [wasUnusual] = useState(weight !== undefined || comment !== undefined || mayNotApply);
  const isWrong = errorOf(`${id}.weight`) !== undefined || errorOf(`${id}.minimum`) !== undefined;
  const setWeight = (hasOwn: boolean) => {
    const { weight: _weight, ...rest } = criterion;
    onChange(hasOwn ? { ...rest, weight: weightOf(criterion) } : rest);
  };
  return (
    <Disclosure title={t('rubric.setUp.options')} isOpen={wasUnusual || isWrong}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <CommentChoice criterion={criterion} n={n} errorOf={errorOf} onChange={onChange} />
        {!isCommentOnly && (
          <Checkbox isChecked={weight !== undefined} onChange={setWeight}>
            {t('rubric.setUp.ownWeight', { n })}
          </Checkbox>
        )}
        {weight !== undefined && (
          <div data-field={`${id}.weight`}>
            <NumberField
              label={t('rubric.setUp.weight', { n })}
              shortLabel={t('rubric.setUp.weightShort')}
              hint={t('rubric.setUp.weightHint')}
              minValue={0}
              maxValue={CRITERION_POINTS_MAX}
              value={weight}
              error={errorOf(`${id}.weight`)}
              onChange={(value) => onChange({ ...criterion, weight: value })}
            />
          </div>
        )}
        <Checkbox
          isChecked={mayNotApply}
          onChange={(isChecked) => onChange({ ...criterion, mayNotApply: isChecked })}
        >
          {t('rubric.setUp.mayNotApply', { n })}
        </Checkbox>
      </div>
    </Disclosure>
  );
}

/** Whether reviewers comment on the criterion, and what helps them to. */
function CommentChoice({ criterion, n, errorOf, onChange }: CriterionOptionsProps) {
  const { t } = useTranslation();
  const { id, comment } = criterion;
  const isCommentOnly = kindOf(criterion).type === 'comment';
  const needs: readonly Need[] = isCommentOnly ? ['optional', 'required'] : ['none', 'optional', 'required'];
  const ask = (part: Partial<NonNullable<Criterion['comment']>>) =>
    onChange({
      ...criterion,
      comment: { need: 'optional', minimum: 0, prompts: true, ...comment, ...part },
    });
  const choose = (need: Need) => {
    if (need !== 'none') return ask({ need });
    const { comment: _comment, ...rest } = criterion;
    onChange(rest);
  };
  return (
    <>
      <RadioGroup<Need>
        label={t('rubric.setUp.comment', { n })}
        look="segments"
        choices={needs.map((need) => ({ id: need, text: t(`rubric.setUp.needs.${need}`) }))}
        value={comment?.need ?? 'none'}
        onChange={choose}
      />
      {comment !== undefined && (
        <Checkbox isChecked={comment.prompts} onChange={(prompts) => ask({ prompts })}>
          {t('rubric.setUp.prompts', { n })}
        </Checkbox>
      )}
      {comment?.need === 'required' && (
        <div data-field={`${id}.minimum`}>
          <NumberField
            label={t('rubric.setUp.minimum', { n })}
            shortLabel={t('rubric.setUp.minimumShort')}
            hint={t('rubric.setUp.minimumHint')}
            minValue={0}
            maxValue={CRITERION_COMMENT_MINIMUM_MAX}
            value={comment.minimum}
            error={errorOf(`${id}.minimum`)}
            onChange={(minimum) => ask({ minimum })}
          />
        </div>
      )}
    </>
  );
}
