import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { hostOf } from '../../../../../server/src/contracts/web-link.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import styles from './LinkList.module.css';

export interface LinkListProps {
  readonly links: readonly string[];
  readonly onRemove?: (link: string) => void;
}

/** Links of a work, each with where it leads: opened apart, without telling the other side where one comes from. */
export default function LinkList({ links, onRemove }: LinkListProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <ul
      className={cx(layout['stack'], layout['tight'], layout['plainList'])}
      aria-label={t('handIn.links.label')}
    >
      {links.map((link, index) => (
        <li key={link} className={cx(layout['row'])}>
          <span className={cx(styles['link'])}>
            <a
              href={link}
              target="_blank"
              rel="noopener noreferrer nofollow ugc"
              referrerPolicy="no-referrer"
              dir="ltr"
              aria-describedby={`${id}-${index}`}
            >
              {link}
            </a>
            <span id={`${id}-${index}`} className={cx(layout['muted'], layout['small'])}>
              {t('handIn.links.goesTo', { host: hostOf(link) })}
            </span>
          </span>
          {onRemove && (
            <Button variant="quiet" onPress={() => onRemove(link)}>
              {t('handIn.links.remove', { host: hostOf(link) })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
