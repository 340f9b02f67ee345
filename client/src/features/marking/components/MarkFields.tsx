import { useTranslation } from 'react-i18next';
import { fillComment } from '../../../../../server/src/contracts/fill-comment.ts';
import { COMMENT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { totalOf } from '../../../../../server/src/contracts/rubric-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import type { Criterion } from '../../peer-review/api.ts';
import { RatingField } from '../../peer-review/components/RatingField.tsx';
import { findProblems, type ReviewForm, toRatings } from '../../peer-review/review-form.ts';
import { withText } from '../fill-comment.ts';
import { CommentBank } from './CommentBank.tsx';

interface MarkFieldsProps {
  readonly criteria: readonly Criterion[];
  readonly value: ReviewForm;
  /** What is typed by now: it may be newer than what was drawn. */
  readonly latest: () => ReviewForm;
  /** What the comment is called, and what is said below it. */
  readonly label: string;
  readonly hint: string;
  /** Of whom a comment of the bank speaks. */
  readonly name: string;
  readonly showsProblems: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<ReviewForm>) => void;
}

/** What staff judge by: the rubric's criteria, and a comment with the bank that helps to write it. */
export function MarkFields(props: MarkFieldsProps) {
  const { criteria, value, latest, label, hint, name, showsProblems, isReadOnly, onChange } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const problems = findProblems(value, criteria, false);
  return (
    <>
      {criteria.map((criterion) => (
        <RatingField
          key={criterion.id}
          criterion={criterion}
          rating={value.ratings[criterion.id]}
          isReadOnly={isReadOnly}
          fault={showsProblems ? problems.criteria.get(criterion.id) : undefined}
          onChange={(rating) => onChange({ ratings: { ...latest().ratings, [rating.criterionId]: rating } })}
        />
      ))}
      <RichTextEditor
        label={label}
        hint={hint}
        rows={5}
        max={COMMENT_MAX}
        value={value.comment}
        error={
          problems.comment === 'tooLong'
            ? t('peerReview.review.commentTooLong', { max: format.number(COMMENT_MAX) })
            : undefined
        }
        isReadOnly={isReadOnly}
        onChange={(comment) => onChange({ comment })}
      />
      <CommentBank
        onInsert={(text) => {
          const given = totalOf(criteria, toRatings(latest(), criteria));
          const filled = fillComment(text, {
            name,
            points: format.number(given.points),
            maximum: format.number(given.maximum),
          });
          onChange({ comment: withText(latest().comment, filled) });
        }}
      />
    </>
  );
}
