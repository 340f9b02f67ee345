import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type ReviewWeight as Weight, useReviewWeights, useWeighReview } from '../review-weights-api.ts';
import { ReasonedDialog } from './ReasonedDialog.tsx';

interface ReviewWeightProps {
  readonly activityId: string;
  readonly memberId: string;
  readonly reviewId: string;
  /** The reviewer's. */
  readonly name: string;
}

/** How much a review counts, why, and the way for an instructor to change that; each decision can be followed by another. */
export function ReviewWeight({ activityId, memberId, reviewId, name }: ReviewWeightProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useReviewWeights(activityId, memberId);
  const [isChanging, setIsChanging] = useState(false);
  const weight = data?.weights.find((one) => one.reviewId === reviewId);
  if (data === undefined || weight === undefined) return null;
  const { percent, decisions } = weight;
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <p>
        {percent === 100 && t('staffView.weight.full')}
        {percent === 0 && t('staffView.weight.aside')}
        {percent > 0 && percent < 100 && t('staffView.weight.part', { percent: format.percent(percent) })}
      </p>
      {decisions.length > 0 && (
        <Disclosure title={t('staffView.weight.history')}>
          <ul>
            {decisions.map((decision) => (
              <li key={decision.at}>
                {t('staffView.weight.decision', {
                  name: decision.byName ?? t('staffView.somebody'),
                  when: format.moment(decision.at),
                  percent: format.percent(decision.percent),
                  reason: decision.reason,
                })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {data.can.change && (
        <div>
          <Button variant="quiet" onPress={() => setIsChanging(true)}>
            {t('staffView.weight.change')}
          </Button>
        </div>
      )}
      {isChanging && (
        <WeightDialog
          activityId={activityId}
          memberId={memberId}
          name={name}
          weight={weight}
          onClose={() => setIsChanging(false)}
        />
      )}
    </div>
  );
}

interface WeightDialogProps extends Omit<ReviewWeightProps, 'reviewId'> {
  readonly weight: Weight;
  readonly onClose: () => void;
}

function WeightDialog({ activityId, memberId, name, weight, onClose }: WeightDialogProps) {
  const { t } = useTranslation();
  const weigh = useWeighReview(activityId, memberId);
  const [percent, setPercent] = useState(weight.percent);
  const isWrong = !(Number.isInteger(percent) && percent >= 0 && percent <= 100);
  const { reviewId, revision } = weight;
  return (
    <ReasonedDialog
      texts={{
        title: t('staffView.weight.title', { name }),
        save: t('staffView.weight.save'),
        reason: t('staffView.weight.reason'),
        reasonWrong: t('staffView.weight.reasonWrong', { max: REASON_MAX }),
      }}
      isWrong={isWrong}
      isPending={weigh.isPending}
      error={weigh.error}
      onSave={(reason) =>
        weigh.mutate(
          { reviewId, percent, reason, expectedRevision: revision },
          {
            onSuccess: () => {
              showToast({ text: t('staffView.weight.saved') });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      {(wasTried) => (
        <>
          <p className={cx(layout['prose'])}>{t('staffView.weight.explain')}</p>
          <NumberField
            label={t('staffView.weight.percent')}
            minValue={0}
            maxValue={100}
            value={percent}
            error={wasTried && isWrong ? t('staffView.weight.percentWrong') : undefined}
            onChange={setPercent}
          />
        </>
      )}
    </ReasonedDialog>
  );
}
