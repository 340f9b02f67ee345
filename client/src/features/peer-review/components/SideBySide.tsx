import { useTranslation } from 'react-i18next';
import { isBlank, type RichText } from '../../../../../server/src/contracts/plain-text.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import styles from './SideBySide.module.css';

interface Said {
  readonly title: string;
  readonly text: RichText;
}

/** Texts of two people about one thing: beside each other where there is room. */
export function SideBySide({ texts }: { readonly texts: readonly Said[] }) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles['texts'])}>
      {texts.map(({ title, text }) => (
        <article key={title} className={cx(layout['card'], layout['stack'], layout['tight'])}>
          <h3>{title}</h3>
          {isBlank(text) ? (
            <p className={cx(layout['muted'])}>{t('peerReview.learner.result.noComment')}</p>
          ) : (
            <RichTextView document={text} headingLevel={4} />
          )}
        </article>
      ))}
    </div>
  );
}
