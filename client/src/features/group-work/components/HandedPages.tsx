import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import type { HandedIn } from '../api.ts';

interface HandedPagesProps {
  readonly pages: HandedIn['pages'];
}

/** Pages of a group as they were when they were handed in. */
export function HandedPages({ pages }: HandedPagesProps) {
  const { t } = useTranslation();
  if (pages.length === 0) return null;
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <h3>{t('groupWork.copy.pages')}</h3>
      {pages.map(({ pageId, title, text }) => (
        <Disclosure key={pageId} title={title} isOpen={pages.length === 1}>
          <RichTextView document={text} headingLevel={4} />
        </Disclosure>
      ))}
    </div>
  );
}
