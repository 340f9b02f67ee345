import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { DiscussionEffect } from '../settings-api.ts';
import styles from './Discussion.module.css';

interface EffectsDialogProps {
  readonly effects: readonly DiscussionEffect[];
  readonly isPending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** What saving does to people, posts and grades, before it is done. */
export default function EffectsDialog({ effects, isPending, onConfirm, onClose }: EffectsDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ConfirmDialog
      title={t('peerReview.setUp.effects.title')}
      confirm={t('peerReview.setUp.save')}
      isPending={isPending}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t('peerReview.setUp.effects.intro')}</p>
      <ul className={cx(styles['facts'], layout['prose'])}>
        {effects.map((effect) => (
          <li key={effect.code}>{textOf(effect, t, format)}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}

function endText(
  { at, isOver, learners }: Extract<DiscussionEffect, { code: 'endChanged' }>,
  t: TFunction,
  format: Format,
): string {
  const n = format.number(learners);
  if (at === null) return t('discussionEffects.noEnd', { learners: n });
  const when = format.moment(at);
  return t(isOver ? 'discussionEffects.over' : 'discussionEffects.end', { when, learners: n });
}

function textOf(effect: DiscussionEffect, t: TFunction, format: Format): string {
  switch (effect.code) {
    case 'modeChanged': {
      const to = t(`discussion.setUp.modes.${effect.to}`);
      const learners = format.number(effect.learners);
      return effect.to === 'postFirst'
        ? t('discussionEffects.postFirst', { to, silent: format.number(effect.silent) })
        : t('discussionEffects.mode', { to, learners });
    }
    case 'anonymityChanged':
      return t('discussionEffects.names', {
        to: t(`spaces.setUp.choices.${effect.to}`),
        kept: format.number(effect.kept),
      });
    case 'groupsChanged':
      return t(effect.perGroup ? 'discussionEffects.perGroup' : 'discussionEffects.together', {
        learners: format.number(effect.learners),
      });
    case 'endChanged':
      return endText(effect, t, format);
    case 'milestonesChanged':
      return t('discussionEffects.milestones', { learners: format.number(effect.learners) });
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
