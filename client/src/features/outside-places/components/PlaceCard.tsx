import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hostOf } from '../../../../../server/src/contracts/web-link.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { RoomPlace } from '../../group-work/room-api.ts';
import type { Place, Places } from '../api.ts';
import { LinkDialog } from './LinkDialog.tsx';
import styles from './PlaceCard.module.css';

interface PlaceCardProps {
  readonly at: RoomPlace;
  readonly place: Place;
  readonly view: Places;
}

/** One place outside: the way there, and the board itself where its maker lets it be shown here. */
export function PlaceCard({ at, place, view }: PlaceCardProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [isShown, setIsShown] = useState(false);
  const { kind, url, frame, can } = place;
  const heading = t(`outsidePlaces.kinds.${kind}`);
  const host = url === null ? '' : hostOf(url);
  return (
    <section aria-labelledby={kind} className={cx(layout['card'], layout['stack'])}>
      <h2 id={kind}>{heading}</h2>
      {url === null ? (
        <p>{t(can.change ? `outsidePlaces.none.${kind}` : 'outsidePlaces.noneYet')}</p>
      ) : (
        <p>
          <a href={url} target="_blank" rel="noopener noreferrer">
            {t(`outsidePlaces.open.${kind}`, { host })}
          </a>
        </p>
      )}
      {kind === 'board' && url !== null && (
        <p className={cx(layout['muted'])}>{t('outsidePlaces.evidence')}</p>
      )}
      {frame !== null && !isShown && (
        <div className={cx(layout['stack'], layout['tight'])}>
          <div>
            <Button onPress={() => setIsShown(true)}>{t('outsidePlaces.show')}</Button>
          </div>
          <p className={cx(layout['muted'], layout['small'])}>{t('outsidePlaces.showHint', { host })}</p>
        </div>
      )}
      {frame !== null && isShown && (
        <iframe
          className={cx(styles['frame'])}
          src={frame}
          title={t('outsidePlaces.frame', { host })}
          // A board starts with both alone; it is of another origin, so that it cannot take the sandbox off.
          // oxlint-disable-next-line react/iframe-missing-sandbox
          sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
          allow="fullscreen; clipboard-read; clipboard-write"
        />
      )}
      {can.change && (
        <div>
          <Button onPress={() => setIsOpen(true)}>{t(`outsidePlaces.change.${kind}`)}</Button>
        </div>
      )}
      {isOpen && <LinkDialog at={at} place={place} view={view} onClose={() => setIsOpen(false)} />}
    </section>
  );
}
