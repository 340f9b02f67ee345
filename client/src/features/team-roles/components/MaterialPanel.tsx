import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { sectionName } from '../../group-work/components/section-name.ts';
import type { Materials } from '../api.ts';

interface MaterialPanelProps {
  readonly materials: Materials;
  /** The level of its headings. */
  readonly level: 2 | 3;
}

/** What the roles of a group are told: the own first, and until when the others' is not to be seen. */
export function MaterialPanel({ materials: { items, opensAt, isOpen }, level }: MaterialPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const Heading = level === 2 ? 'h2' : 'h3';
  const shown = items.filter(({ text }) => text !== null);
  const hidden = items.filter(({ text }) => text === null);
  function until(): string {
    if (opensAt === null) return t('materials.never');
    return t('materials.until', { when: format.moment(opensAt) });
  }
  return (
    <>
      {shown.length === 0 && <p>{t('materials.none')}</p>}
      {shown.map(({ role, isOwn, text }) => (
        <section key={role.id} className={cx(layout['stack'], layout['tight'], layout['measure'])}>
          <div className={cx(layout['row'])}>
            <Heading>{sectionName(t, { ...role, title: role.name })}</Heading>
            {isOwn && <Badge tone="info">{t('materials.own')}</Badge>}
          </div>
          {text !== null && (
            <div className={cx(layout['card'])}>
              <RichTextView document={text} headingLevel={level === 2 ? 3 : 4} />
            </div>
          )}
        </section>
      ))}
      {hidden.length > 0 && !isOpen && (
        <p className={cx(layout['muted'])}>
          {t('materials.hidden', {
            names: format.list(hidden.map(({ role }) => sectionName(t, { ...role, title: role.name }))),
          })}{' '}
          {until()}
        </p>
      )}
    </>
  );
}
