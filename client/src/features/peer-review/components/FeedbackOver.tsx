import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { daysAfter, endsBeforeRelease, FEEDBACK_DAYS, nextRelease } from '../feedback-time.ts';
import { type StaffOverview, useMoveFeedback } from '../staff-api.ts';

const DAYS_MAX = 365;

/** Before a release that would come too late for authors to say how helpful reviews are: what that means, and the way out of it. */
export function FeedbackOver({ overview }: { readonly overview: StaffOverview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const [days, setDays] = useState(FEEDBACK_DAYS);
  const move = useMoveFeedback(overview.id);
  const { phase, ratingClosesAt, releaseMode } = overview;
  const releaseAt = nextRelease(releaseMode, now);
  if (phase === 'released' || ratingClosesAt === null || !endsBeforeRelease(ratingClosesAt, releaseAt))
    return null;
  const isWrong = !(Number.isInteger(days) && days >= 1 && days <= DAYS_MAX);
  const save = () =>
    move.mutate(daysAfter(releaseAt, days), {
      onSuccess: ({ settings }) =>
        showToast({
          text: t('reviewTalk.over.moved', {
            when: format.moment(settings.backEvaluation?.closesAt ?? releaseAt),
          }),
        }),
    });
  return (
    <Banner tone="warn" title={t('reviewTalk.over.title')}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <p>
          {t(Date.parse(ratingClosesAt) <= now ? 'reviewTalk.over.ended' : 'reviewTalk.over.ends', {
            when: format.moment(ratingClosesAt),
          })}
        </p>
        {overview.can.edit && (
          <>
            <NumberField
              label={t('reviewTalk.over.days')}
              minValue={1}
              maxValue={DAYS_MAX}
              value={days}
              error={isWrong ? t('reviewTalk.over.daysWrong', { max: format.number(DAYS_MAX) }) : undefined}
              onChange={setDays}
            />
            {move.error !== null && <Problem error={move.error} />}
            <div>
              <Button isPending={move.isPending} isDisabled={isWrong} onPress={save}>
                {t('reviewTalk.over.move')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Banner>
  );
}
