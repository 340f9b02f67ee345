import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { SavingEffects, type SavingEffectsProps } from '../../activity/components/SavingEffects.tsx';
import { dateEffectText } from '../../activity/date-effect-text.ts';
import type { GradingEffect } from '../staff-api.ts';

/** What saving does to dates and grades, before it is done. */
export default function EffectsDialog({ effects, ...rest }: SavingEffectsProps<GradingEffect>) {
  const { t } = useTranslation();
  const format = useFormat();
  return <SavingEffects {...rest} effects={effects.map((effect) => textOf(effect, t, format))} />;
}

/** Who is affected by another rubric: those who have submitted keep theirs. */
const rubricText = (
  { submitted, begun }: Extract<GradingEffect, { code: 'rubricChanged' }>,
  t: TFunction,
): string =>
  [
    t('rubric.effects.submitted', { count: submitted }),
    ...(begun > 0 ? [t('rubric.effects.begun', { count: begun })] : []),
  ].join(' ');

function textOf(effect: GradingEffect, t: TFunction, format: Format): string {
  switch (effect.code) {
    case 'dateChanged':
      return dateEffectText(effect, t, format);
    case 'columnAdded':
      return t('peerReview.setUp.effects.columnAdded', {
        label: effect.label,
        maximum: format.number(effect.maximum),
      });
    case 'columnRemoved':
      return t('peerReview.setUp.effects.columnRemoved', { label: effect.label });
    case 'columnRenamed':
      return t('peerReview.setUp.effects.columnRenamed', { from: effect.from, to: effect.to });
    case 'pointsChanged':
      return t('peerReview.setUp.effects.pointsChanged', {
        label: effect.label,
        from: format.number(effect.from),
        to: format.number(effect.to),
      });
    case 'totalOfBoth':
      return t('peerReview.setUp.effects.totalOfBoth', {
        work: format.percent(effect.work),
        reviewing: format.percent(effect.reviewing),
      });
    case 'lateWorks':
      return t('peerReview.setUp.effects.lateWorks', {
        count: effect.count,
        percent: format.percent(effect.percentPerDay),
      });
    case 'reviewsCombined':
      return t('peerReview.setUp.effects.reviewsCombined', {
        count: effect.count,
        method: t(`peerReview.setUp.method.${effect.method}`),
        most: format.number(effect.most),
      });
    case 'rubricChanged':
      return rubricText(effect, t);
    case 'agreementCounts':
    case 'helpfulnessCounts':
    case 'qualityCounts':
      return t(`peerReview.setUp.effects.${effect.code}`, { percent: format.percent(effect.percent) });
    case 'anonymityChanged':
      return t('anonymity.changed', { what: t(`anonymity.${effect.to}`) });
    case 'promisesKept':
      return t('anonymity.kept', { count: effect.count });
    case 'releasedOn':
      return t('peerReview.setUp.effects.releasedOn', { when: format.moment(effect.at) });
    case 'lateForgiven':
    case 'releasedAtOnce':
    case 'recomputedNow':
    case 'recomputedWhenAsked':
      return t(`peerReview.setUp.effects.${effect.code}`, { count: effect.count });
    case 'agreementIgnored':
    case 'helpfulnessIgnored':
    case 'qualityIgnored':
    case 'workAlone':
    case 'rulesChanged':
    case 'releasedByHand':
      return t(`peerReview.setUp.effects.${effect.code}`);
  }
}
