import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type CriterionResult, useCriterionResults, useSetCriterion } from '../criterion-results-api.ts';
import type { LearnerReviews } from '../learner-work-api.ts';
import { CriterionDialog } from './CriterionDialog.tsx';

interface CriterionResultsProps {
  readonly activityId: string;
  readonly memberId: string;
  readonly reviews: LearnerReviews['reviews'];
}

/** What a work gets by each criterion: from its reviewers, or as an instructor has set it, with the way to change that. */
export function CriterionResults({ activityId, memberId, reviews }: CriterionResultsProps) {
  const { t } = useTranslation();
  const query = useCriterionResults(activityId, memberId);
  const set = useSetCriterion(activityId, memberId);
  const heading = useRef<HTMLHeadingElement>(null);
  const [changing, setChanging] = useState<CriterionResult | null>(null);
  if (query.data === undefined || reviews.length === 0) return null;
  const { criteria, can } = query.data;

  function save(criterion: CriterionResult, points: number | null, reason: string): void {
    const { criterionId, title, revision, points: before } = criterion;
    set.mutate(
      { criterionId, points, reason, expectedRevision: revision },
      {
        onSuccess: () => {
          const undo = () =>
            set.mutate({
              criterionId,
              points: before,
              reason: t('exclusions.criterion.undone'),
              expectedRevision: revision + 1,
            });
          showToast({ text: t('exclusions.criterion.saved', { title }), undo });
          setChanging(null);
          heading.current?.focus();
        },
      },
    );
  }

  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="criteria">
      <h2 id="criteria" ref={heading} tabIndex={-1}>
        {t('exclusions.criterion.title')}
      </h2>
      <ul className={cx(layout['stack'], layout['tight'], layout['plainList'])}>
        {criteria.map((criterion) => (
          <li key={criterion.criterionId} className={cx(layout['stack'], layout['tight'])}>
            <Result criterion={criterion} reviews={reviews} />
            {can.change && (
              <div>
                <Button
                  variant="quiet"
                  aria-label={t('exclusions.criterion.changeOf', { title: criterion.title })}
                  onPress={() => setChanging(criterion)}
                >
                  {t('exclusions.criterion.change')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {changing === null && set.error !== null && <Problem error={set.error} />}
      {changing !== null && (
        <CriterionDialog
          criterion={changing}
          isPending={set.isPending}
          error={set.error}
          onSave={(points, reason) => save(changing, points, reason)}
          onClose={() => setChanging(null)}
        />
      )}
    </section>
  );
}

interface ResultProps {
  readonly criterion: CriterionResult;
  readonly reviews: LearnerReviews['reviews'];
}

function Result({ criterion, reviews }: ResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { criterionId, title, maximum, points, decisions } = criterion;
  const given = reviews.flatMap(
    ({ ratings }) => ratings.find((rating) => rating.criterionId === criterionId)?.points ?? [],
  );
  const mean = given.reduce((sum, one) => sum + one, 0) / given.length;
  const most = format.number(maximum);
  return (
    <>
      <p>
        <strong>{title}</strong>
        {': '}
        {points !== null && t('exclusions.criterion.set', { points: format.number(points), maximum: most })}
        {points === null &&
          given.length > 0 &&
          t('exclusions.criterion.mean', {
            points: format.number(Math.round(mean * 10) / 10),
            maximum: most,
          })}
        {points === null && given.length === 0 && t('common.none')}
      </p>
      {decisions.length > 0 && (
        <Disclosure title={t('exclusions.criterion.history')}>
          <ul>
            {decisions.map((decision) => (
              <li key={decision.at}>
                {t('exclusions.criterion.decision', {
                  name: decision.byName ?? t('staffView.somebody'),
                  when: format.moment(decision.at),
                  what:
                    decision.points === null
                      ? t('exclusions.criterion.asReviewers')
                      : t('exclusions.criterion.set', {
                          points: format.number(decision.points),
                          maximum: most,
                        }),
                  reason: decision.reason,
                })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
