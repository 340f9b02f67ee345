import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JUDGEMENT_COMMENT_MAX, QUALITY_MAX } from '../../../../../server/src/contracts/review-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type ReviewJudgement, useJudgeReview, useReviewJudgements } from '../review-judgements-api.ts';

interface ReviewQualityProps {
  readonly activityId: string;
  /** Whose work is reviewed. */
  readonly memberId: string;
  readonly reviewId: string;
  /** The reviewer's. */
  readonly name: string;
}

/** How good staff find a review, where that counts for its reviewer or somebody has said so. */
export function ReviewQuality({ activityId, memberId, reviewId, name }: ReviewQualityProps) {
  const { data } = useReviewJudgements(activityId, memberId);
  const judgement = data?.judgements.find((one) => one.reviewId === reviewId);
  if (data === undefined || judgement === undefined) return null;
  if (!data.can.judge || (data.counts === null && judgement.level === null)) return null;
  return (
    <QualityForm
      // What a colleague has said meanwhile takes the place of what is typed here.
      key={judgement.revision}
      activityId={activityId}
      memberId={memberId}
      name={name}
      judgement={judgement}
    />
  );
}

interface QualityFormProps extends Omit<ReviewQualityProps, 'reviewId'> {
  readonly judgement: ReviewJudgement;
}

function QualityForm({ activityId, memberId, name, judgement }: QualityFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reviewId, revision, byName, at } = judgement;
  const judge = useJudgeReview(activityId, memberId);
  const [level, setLevel] = useState(judgement.level);
  const [comment, setComment] = useState(judgement.comment);
  const isTooLong = comment.trim().length > JUDGEMENT_COMMENT_MAX;
  const isSame = !judgement.isOlder && level === judgement.level && comment.trim() === judgement.comment;
  const save = (wanted: number | null) =>
    judge.mutate(
      { reviewId, level: wanted, comment: comment.trim(), expectedRevision: revision },
      {
        onSuccess: () =>
          showToast({ text: t(wanted === null ? 'reviewQuality.takenBack' : 'reviewQuality.saved') }),
      },
    );
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <RadioGroup
        label={t('reviewQuality.question', { name })}
        hint={t('reviewQuality.scale', { most: format.number(QUALITY_MAX) })}
        look="scale"
        choices={Array.from({ length: QUALITY_MAX }, (_, index) => ({
          id: String(index + 1),
          text: format.number(index + 1),
        }))}
        value={level === null ? null : String(level)}
        onChange={(value) => setLevel(Number(value))}
      />
      <TextArea
        label={t('reviewQuality.comment')}
        hint={t('reviewQuality.commentHint')}
        rows={2}
        value={comment}
        error={isTooLong ? t('reviewTalk.tooLong', { max: JUDGEMENT_COMMENT_MAX }) : undefined}
        onChange={setComment}
      />
      {judgement.level !== null && at !== null && (
        <p className={cx(layout['muted'], layout['small'])}>
          {t('reviewQuality.by', { name: byName ?? t('staffView.somebody'), when: format.moment(at) })}
          {judgement.isOlder && ` ${t('reviewQuality.older')}`}
        </p>
      )}
      {judge.error !== null && <Problem error={judge.error} />}
      <div className={cx(layout['row'])}>
        <Button
          isPending={judge.isPending}
          isDisabled={level === null || isTooLong || isSame}
          onPress={() => save(level)}
        >
          {t('reviewQuality.save')}
        </Button>
        {judgement.level !== null && (
          <Button variant="quiet" isDisabled={judge.isPending} onPress={() => save(null)}>
            {t('reviewQuality.takeBack')}
          </Button>
        )}
      </div>
    </div>
  );
}
