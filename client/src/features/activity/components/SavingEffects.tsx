import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import styles from './SavingEffects.module.css';

export interface SavingEffectsProps<Effect> {
  readonly effects: readonly Effect[];
  readonly isPending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** What saving settings does, before it is done. Load it lazily: it brings react-aria's overlays. */
export function SavingEffects({ effects, isPending, onConfirm, onClose }: SavingEffectsProps<string>) {
  const { t } = useTranslation();
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
        {effects.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
