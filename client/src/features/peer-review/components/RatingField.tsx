import { useTranslation } from 'react-i18next';
import { kindOf, type RatingFault } from '../../../../../server/src/contracts/rubric-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Criterion, Rating } from '../api.ts';
import { faultText } from '../rating-texts.ts';
import { CoachAdvice } from './CoachAdvice.tsx';
import { CriterionComment } from './CriterionComment.tsx';
import { LevelsChoice, PointsChoice, ScaleChoice, YesNoChoice } from './RatingChoices.tsx';
import styles from './RatingField.module.css';

interface RatingFieldProps {
  readonly criterion: Criterion;
  /** Undefined while nothing was given. */
  readonly rating: Rating | undefined;
  /** What is wrong and has to be shown. */
  readonly fault: RatingFault | 'COMMENT_TOO_LONG' | undefined;
  readonly isReadOnly: boolean;
  /** Whether there is advice on the comment. */
  readonly isCoached?: boolean;
  readonly onChange: (rating: Rating) => void;
}

const ABOUT_COMMENT: ReadonlySet<string> = new Set([
  'COMMENT_TOO_LONG',
  'CRITERION_COMMENT_MISSING',
  'CRITERION_COMMENT_SHORT',
]);

/** What one gives by a criterion, in the way that its kind asks for, with a comment where it has one. */
export function RatingField(props: RatingFieldProps) {
  const { criterion, rating, fault, isReadOnly, isCoached = false, onChange } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { id, title, description, comment } = criterion;
  const given: Rating = rating ?? { criterionId: id, points: null };
  const doesNotApply = given.notApplicable === true;
  const text = fault && faultText(criterion, fault, t, format);
  const isAboutComment = fault !== undefined && ABOUT_COMMENT.has(fault);
  const change = (part: Partial<Rating>) => onChange({ ...given, ...part });
  const choice = {
    criterion,
    given,
    error: isAboutComment ? undefined : text,
    isReadOnly,
    onChange: change,
  };
  return (
    <fieldset className={cx(styles['rating'])}>
      <legend className={cx(styles['legend'])}>{title}</legend>
      {description !== '' && <p className={cx(layout['muted'], layout['prose'])}>{description}</p>}
      {!doesNotApply && <Choice {...choice} />}
      {(criterion.mayNotApply === true || doesNotApply) && (
        <Checkbox
          isChecked={doesNotApply}
          isDisabled={isReadOnly}
          onChange={(notApplicable) => change({ notApplicable })}
        >
          {t('rubric.doesNotApply')}
        </Checkbox>
      )}
      {comment !== undefined && !doesNotApply && (
        <CriterionComment
          title={title}
          asked={comment}
          value={given.comment ?? ''}
          error={isAboutComment ? text : undefined}
          isReadOnly={isReadOnly}
          onChange={(said) => change({ comment: said })}
        />
      )}
      {isCoached && comment !== undefined && !doesNotApply && (
        <CoachAdvice text={given.comment ?? ''} titles={[title]} isOfCriterion />
      )}
    </fieldset>
  );
}

function Choice(props: Parameters<typeof PointsChoice>[0]) {
  const kind = kindOf(props.criterion);
  switch (kind.type) {
    case 'points':
      return <PointsChoice {...props} />;
    case 'scale':
      return <ScaleChoice {...props} kind={kind} />;
    case 'levels':
      return <LevelsChoice {...props} kind={kind} />;
    case 'yesNo':
      return <YesNoChoice {...props} />;
    case 'comment':
      return null;
  }
}
