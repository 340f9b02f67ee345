import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { TextArea } from '../../../ui/TextField.tsx';
import type { Criterion } from '../api.ts';

interface CriterionCommentProps {
  readonly title: string;
  readonly asked: NonNullable<Criterion['comment']>;
  readonly value: string;
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (comment: string) => void;
}

/** The comment on one criterion, with the questions that help to write it. */
export function CriterionComment({
  title,
  asked,
  value,
  error,
  isReadOnly,
  onChange,
}: CriterionCommentProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isRequired = asked.need === 'required';
  const hints = [
    ...(asked.prompts ? [t('peerReview.review.commentHint')] : []),
    ...(isRequired && asked.minimum > 0
      ? [
          t('rubric.commentLength', {
            length: format.number(value.trim().length),
            minimum: format.number(asked.minimum),
          }),
        ]
      : []),
  ];
  return (
    <TextArea
      label={t('rubric.comment', { title })}
      shortLabel={t('rubric.commentShort')}
      rows={2}
      isOptional={!isRequired}
      {...(hints.length > 0 && { hint: hints.join(' ') })}
      value={value}
      error={error}
      isReadOnly={isReadOnly}
      onChange={onChange}
    />
  );
}
