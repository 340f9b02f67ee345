import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { COMMENT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { ApiError } from '../../../app/api-client.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import { getReview, keys, type ReviewerReview, saveReviewDraft, useSubmitReview } from '../api.ts';
import { REVIEW_SUBMITTED } from '../notice.ts';
import { countProblems, findProblems, type ReviewForm, toRatings, toReviewForm } from '../review-form.ts';
import { AutosaveStatus, StalePanel } from './AutosaveStatus.tsx';
import { RatingField } from './RatingField.tsx';

interface ReviewEditorProps {
  readonly activityId: string;
  readonly review: ReviewerReview;
}

const stored = (review: ReviewerReview) => ({
  value: toReviewForm(review),
  revision: review.revision,
  savedAt: null,
});

/** The reviewer's form: saved while one works on it, submitted when it is complete. */
export function ReviewEditor({ activityId, review }: ReviewEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi();
  const { reviewId, criteria } = review;
  const { autosave, state } = useReviewDraft(activityId, review);
  const {
    submit,
    submitReview,
    form: element,
    showsProblems,
  } = useReviewSubmit(activityId, review, autosave);
  const problems = findProblems(state.value, criteria);
  const isReadOnly = !review.can.edit || submit.isPending;

  const change = (part: Partial<ReviewForm>) => autosave.change({ ...autosave.getState().value, ...part });
  const rate = (id: string, points: number) =>
    change({ points: { ...autosave.getState().value.points, [id]: points } });

  function commentError(): string | undefined {
    if (problems.comment === 'tooLong') {
      return t('peerReview.review.commentTooLong', { max: format.number(COMMENT_MAX) });
    }
    return showsProblems && problems.comment === 'missing'
      ? t('peerReview.review.commentMissing')
      : undefined;
  }

  return (
    <form
      ref={element}
      noValidate
      className={cx(layout['stack'])}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void submitReview(state.value);
      }}
    >
      {criteria.map((criterion) => (
        <RatingField
          key={criterion.id}
          criterion={criterion}
          value={state.value.points[criterion.id]}
          isReadOnly={isReadOnly}
          error={
            showsProblems && problems.criteria.has(criterion.id)
              ? t('peerReview.review.missing', { points: format.number(criterion.points) })
              : undefined
          }
          onChange={(points) => rate(criterion.id, points)}
        />
      ))}
      <RichTextEditor
        label={t('peerReview.review.comment')}
        hint={t('peerReview.review.commentHint')}
        rows={6}
        max={COMMENT_MAX}
        value={state.value.comment}
        error={commentError()}
        isReadOnly={isReadOnly}
        onChange={(comment) => change({ comment })}
      />
      {state.status === 'stale' && (
        <StalePanel
          onLoad={async () => autosave.reset(stored(await getReview(api, activityId, reviewId)))}
          onKeep={async () => autosave.keepMine((await getReview(api, activityId, reviewId)).revision)}
        />
      )}
      {submit.error !== null && <Problem error={submit.error} />}
      {review.can.edit && (
        <div className={cx(layout['row'])}>
          <Button type="submit" variant="primary" isPending={submit.isPending}>
            {submit.isPending
              ? t('peerReview.review.busy')
              : t(review.state === 'submitted' ? 'peerReview.review.resubmit' : 'peerReview.review.submit')}
          </Button>
          <AutosaveStatus state={state} />
        </div>
      )}
    </form>
  );
}

function useReviewDraft(activityId: string, review: ReviewerReview) {
  const api = useApi();
  const queries = useQueryClient();
  return useAutosave<ReviewForm>(`reviewing:${review.reviewId}`, {
    stored: stored(review),
    save: async (form, expectedRevision) => {
      const saved = await saveReviewDraft(api, activityId, review.reviewId, {
        ratings: toRatings(form, review.criteria),
        comment: form.comment,
        expectedRevision,
      });
      // The list of reviews shows what has been begun.
      void queries.invalidateQueries({ queryKey: keys.mine(activityId) });
      return saved;
    },
  });
}

function useReviewSubmit(
  activityId: string,
  { reviewId, criteria }: ReviewerReview,
  autosave: ReturnType<typeof useReviewDraft>['autosave'],
) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const submit = useSubmitReview(activityId, reviewId);
  const [showsProblems, setShowsProblems] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function submitReview(value: ReviewForm): Promise<void> {
    setShowsProblems(true);
    const count = countProblems(findProblems(value, criteria));
    if (count > 0) {
      announce(t('common.formErrors', { count }));
      focusFirstInvalid(form);
      return;
    }
    await autosave.settle();
    try {
      const body = { ratings: toRatings(value, criteria), comment: value.comment };
      const saved = await submit.mutateAsync({ ...body, expectedRevision: autosave.revision() });
      autosave.reset(stored(saved));
      announce(t('peerReview.review.done'));
      void navigate(`/activities/${activityId}`, { state: REVIEW_SUBMITTED });
    } catch (failure) {
      // Saving it as a draft finds out what the other tab has done, and asks.
      autosave.change({ ...value });
      if (failure instanceof ApiError && failure.code === 'STALE_REVISION') autosave.flush();
    }
  }

  return { submit, submitReview, form, showsProblems };
}
