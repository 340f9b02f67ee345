import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { COMMENT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import type { Rating } from '../api.ts';
import { REVIEW_SUBMITTED } from '../notice.ts';
import { countProblems, findProblems, type ReviewForm, toInline, toRatings } from '../review-form.ts';
import type { EditedReview, ReviewTarget } from '../review-target.ts';
import { storedReview, useReviewDraft } from '../use-review-draft.ts';
import { useSubmitDraft } from '../use-submit-draft.ts';
import { AutosaveStatus, StalePanel } from './AutosaveStatus.tsx';
import { CoachAdvice } from './CoachAdvice.tsx';
import { RatingField } from './RatingField.tsx';

interface ReviewEditorProps {
  readonly activityId: string;
  readonly review: EditedReview;
  readonly target: ReviewTarget;
  /** Whether there is advice on comments. */
  readonly isCoached?: boolean;
  /** Stays on the page with it; otherwise it leads back to the activity. */
  readonly onSubmitted?: () => void;
  /** Where the words for a peer's work do not fit. */
  readonly labels?: { readonly comment: string; readonly submit: string };
}

/** The reviewer's form: saved while one works on it, submitted when it is complete. */
export function ReviewEditor(props: ReviewEditorProps) {
  const { activityId, review, target, isCoached = false, onSubmitted, labels } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { criteria } = review;
  const { autosave, state } = useReviewDraft(target, review);
  const problems = findProblems(state.value, criteria);
  const { element, onSubmit, wasTried, isPending, error } = useSubmitDraft({
    autosave,
    problems: countProblems(problems),
    send: (value: ReviewForm, expectedRevision) =>
      target.submit(api, queries, {
        ratings: toRatings(value, criteria),
        comment: value.comment,
        ...toInline(value),
        expectedRevision,
      }),
    storedOf: storedReview,
    onSubmitted: () => {
      announce(t('peerReview.reviewed.done'));
      if (onSubmitted) return onSubmitted();
      void navigate(`/activities/${activityId}`, { state: REVIEW_SUBMITTED });
    },
  });
  const isReadOnly = !review.can.edit || isPending;

  const titles = criteria.map((criterion) => criterion.title);
  const change = (part: Partial<ReviewForm>) => autosave.change({ ...autosave.getState().value, ...part });
  const rate = (rating: Rating) =>
    change({ ratings: { ...autosave.getState().value.ratings, [rating.criterionId]: rating } });

  function commentError(): string | undefined {
    if (problems.comment === 'tooLong') {
      return t('peerReview.review.commentTooLong', { max: format.number(COMMENT_MAX) });
    }
    return wasTried && problems.comment === 'missing' ? t('peerReview.review.commentMissing') : undefined;
  }

  return (
    <form ref={element} noValidate className={cx(layout['stack'])} onSubmit={onSubmit}>
      {criteria.map((criterion) => (
        <RatingField
          key={criterion.id}
          criterion={criterion}
          rating={state.value.ratings[criterion.id]}
          isReadOnly={isReadOnly}
          fault={wasTried ? problems.criteria.get(criterion.id) : undefined}
          onChange={rate}
          isCoached={isCoached && review.can.edit}
        />
      ))}
      <RichTextEditor
        label={labels?.comment ?? t('peerReview.review.comment')}
        hint={t('peerReview.review.commentHint')}
        rows={6}
        max={COMMENT_MAX}
        value={state.value.comment}
        error={commentError()}
        isReadOnly={isReadOnly}
        onChange={(comment) => change({ comment })}
      />
      {isCoached && review.can.edit && (
        <CoachAdvice
          text={plainTextOf(state.value.comment)}
          titles={titles}
          isOfCriterion={false}
          hasPassages={toInline(state.value).inline !== undefined}
        />
      )}
      {state.status === 'stale' && (
        <StalePanel
          onLoad={async () => autosave.reset(storedReview(await target.load(api)))}
          onKeep={async () => autosave.keepMine((await target.load(api)).revision)}
        />
      )}
      {error !== null && <Problem error={error} />}
      {review.can.edit && (
        <div className={cx(layout['row'])}>
          <Button type="submit" variant="primary" isPending={isPending}>
            {isPending
              ? t('peerReview.review.busy')
              : (labels?.submit ??
                t(review.state === 'submitted' ? 'peerReview.review.resubmit' : 'peerReview.review.submit'))}
          </Button>
          <AutosaveStatus state={state} />
        </div>
      )}
    </form>
  );
}
