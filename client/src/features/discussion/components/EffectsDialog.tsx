import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { SavingEffects, type SavingEffectsProps } from '../../activity/components/SavingEffects.tsx';
import { keepingText } from '../../activity/date-effect-text.ts';
import type { DiscussionEffect } from '../settings-api.ts';

/** What saving does to people, posts and grades, before it is done. */
export default function EffectsDialog({ effects, ...rest }: SavingEffectsProps<DiscussionEffect>) {
  const { t } = useTranslation();
  const format = useFormat();
  return <SavingEffects {...rest} effects={effects.map((effect) => textOf(effect, t, format))} />;
}

function endText(
  { at, isOver, learners, keeping }: Extract<DiscussionEffect, { code: 'endChanged' }>,
  t: TFunction,
  format: Format,
): string {
  const n = format.number(learners);
  const kept = keepingText(keeping, t, format);
  if (at === null) return t('discussionEffects.noEnd', { learners: n });
  const when = format.moment(at);
  return `${t(isOver ? 'discussionEffects.over' : 'discussionEffects.end', { when, learners: n })} ${kept}`.trim();
}

const MARKS = ['accepted', 'endorsed', 'sides', 'sideless'] as const;

function modeText(
  effect: Extract<DiscussionEffect, { code: 'modeChanged' }>,
  t: TFunction,
  format: Format,
): string {
  const to = t(`discussion.setUp.modes.${effect.to}`);
  const begin =
    effect.to === 'postFirst'
      ? t('discussionEffects.postFirst', { to, silent: format.number(effect.silent) })
      : t('discussionEffects.mode', { to, learners: format.number(effect.learners) });
  const marks = MARKS.filter((mark) => effect[mark] > 0);
  const texts = marks.map((mark) => t(`discussionEffects.marks.${mark}`, { n: format.number(effect[mark]) }));
  return [begin, ...texts].join(' ');
}

function textOf(effect: DiscussionEffect, t: TFunction, format: Format): string {
  switch (effect.code) {
    case 'modeChanged':
      return modeText(effect, t, format);
    case 'anonymityChanged':
      return t('discussionEffects.names', {
        to: t(`spaces.setUp.choices.${effect.to}`),
        kept: format.number(effect.kept),
      });
    case 'historyChanged':
      return t(effect.to === 'all' ? 'discussionEffects.historyAll' : 'discussionEffects.historyStaff', {
        kept: format.number(effect.kept),
      });
    case 'approvalChanged':
      return t(effect.isOn ? 'discussionEffects.approvalOn' : 'discussionEffects.approvalOff', {
        learners: format.number(effect.learners),
        waiting: format.number(effect.waiting),
      });
    case 'groupsChanged':
      return t(effect.perGroup ? 'discussionEffects.perGroup' : 'discussionEffects.together', {
        learners: format.number(effect.learners),
      });
    case 'endChanged':
      return endText(effect, t, format);
    case 'milestonesChanged':
      return `${t('discussionEffects.milestones', {
        learners: format.number(effect.learners),
      })} ${keepingText(effect.keeping, t, format)}`.trim();
    case 'pointsChanged':
      return t('discussionEffects.points', {
        from: format.number(effect.from),
        to: format.number(effect.to),
      });
    case 'gradingChanged':
      return t('discussionEffects.grading');
    case 'gradesStay':
      return t('discussionEffects.gradesStay', { grades: format.number(effect.grades) });
  }
}
