import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewersView } from '../../../../../server/src/contracts/peer-review-pairs.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useChangeReviewer, useReviewers } from '../pairs-api.ts';

const TONES: Record<ReviewersView['reviewers'][number]['state'], Tone> = {
  toDo: 'neutral',
  begun: 'info',
  submitted: 'good',
};

interface ReviewersProps {
  readonly activityId: string;
  readonly memberId: string;
}

/** Who reviews a work: staff add reviewers, and take away what nobody has begun; either can be undone at once. */
export function Reviewers({ activityId, memberId }: ReviewersProps) {
  const { t } = useTranslation();
  const query = useReviewers(activityId, memberId);
  const change = useChangeReviewer(activityId, memberId);
  const heading = useRef<HTMLHeadingElement>(null);
  if (query.data === undefined) return null;
  const { reviewers, candidates, can } = query.data;
  // Works that are compared have no reviewers of their own.
  if (reviewers.length === 0 && !can.change) return null;
  const nameOf = (name: string | null) => name ?? t('launch.work.unnamed');

  function set(reviewerId: string, name: string, reviews: boolean): void {
    const text = t(reviews ? 'pull.pairs.added' : 'pull.pairs.removed', { name });
    const undo = () => change.mutate({ reviewerId, reviews: !reviews });
    change.mutate({ reviewerId, reviews }, { onSuccess: () => showToast({ text, undo }) });
    // The pressed button goes with its row.
    heading.current?.focus();
  }

  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="reviewers">
      <h2 id="reviewers" ref={heading} tabIndex={-1}>
        {t('pull.pairs.title')}
      </h2>
      {reviewers.length === 0 && <p className={cx(layout['muted'])}>{t('pull.pairs.none')}</p>}
      <ul className={cx(layout['stack'], layout['tight'], layout['plainList'])}>
        {reviewers.map(({ memberId: reviewerId, name, state }) => (
          <li key={reviewerId} className={cx(layout['row'], layout['line'])}>
            <span>{nameOf(name)}</span>
            <Badge tone={TONES[state]}>{t(`peerReview.learner.reviews.${state}`)}</Badge>
            {can.change && state === 'toDo' && (
              <Button
                variant="quiet"
                aria-label={t('pull.pairs.removeOf', { name: nameOf(name) })}
                onPress={() => set(reviewerId, nameOf(name), false)}
              >
                {t('pull.pairs.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {change.error !== null && <Problem error={change.error} />}
      {can.change && candidates.length > 0 && (
        <ComboBox
          // A field that has done its work is empty again.
          key={reviewers.length}
          label={t('pull.pairs.add')}
          hint={t('pull.pairs.hint')}
          choices={candidates.map(({ memberId: id, name, reviews, isReviewedByAuthor }) => ({
            id,
            text: nameOf(name),
            hint: [
              t('pull.pairs.reviews', { count: reviews }),
              ...(isReviewedByAuthor ? [t('pull.pairs.mutual')] : []),
            ].join(' · '),
          }))}
          value={null}
          onChange={(id) => {
            const chosen = candidates.find((one) => one.memberId === id);
            if (chosen) set(chosen.memberId, nameOf(chosen.name), true);
          }}
        />
      )}
    </section>
  );
}
