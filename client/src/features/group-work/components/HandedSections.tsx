import { useTranslation } from 'react-i18next';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import type { HandedIn } from '../api.ts';
import { sectionName } from './section-name.ts';

interface HandedSectionsProps {
  readonly sections: HandedIn['sections'];
}

/** Parts of a copy, and which of them are missing: for the group, and for staff who mark it. */
export function HandedSections({ sections }: HandedSectionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (sections.length === 0) return null;
  const missing = sections.filter(({ text }) => isBlank(text));
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      {missing.length > 0 && (
        <Banner tone="warn" title={t('groupWork.sections.missing', { count: missing.length })}>
          {format.list(missing.map((section) => sectionName(t, section)))}
        </Banner>
      )}
      {sections.map((section) => (
        <section key={section.id} className={cx(layout['stack'], layout['tight'])}>
          <h3>{sectionName(t, section)}</h3>
          {isBlank(section.text) ? (
            <div>
              <Badge tone="warn">{t('groupWork.sections.isMissing')}</Badge>
            </div>
          ) : (
            <div className={cx(layout['card'])}>
              <RichTextView document={section.text} headingLevel={4} />
            </div>
          )}
        </section>
      ))}
    </div>
  );
}
