import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useApi, useSession } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { notePlace, useUnread } from '../unread-api.ts';
import styles from './NoticesLink.module.css';

const SHOWN_MAX = 99;
/** Once per launch: React may mount twice, and the layout comes and goes. */
let isPlaceNoted = false;

/** The way to the notices, with how many are unread. */
export function NoticesLink() {
  const { t, i18n } = useTranslation();
  const api = useApi();
  // The LMS's own, where it says one.
  const locale = useSession().locale ?? i18n.language;
  const unread = useUnread().data?.unread ?? 0;
  useEffect(() => {
    if (isPlaceNoted) return;
    isPlaceNoted = true;
    // Mail goes by it. When it fails the place of the launch before holds: nothing that anybody needs to hear of.
    notePlace(api, {
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      locale,
    }).catch(() => undefined);
  }, [api, locale]);
  return (
    <NavLink to="/notices">
      {t('notices.link')}
      {unread > 0 && (
        <>
          {' '}
          <span aria-hidden="true" className={cx(styles['count'])}>
            {unread > SHOWN_MAX ? t('notices.linkMany') : unread}
          </span>
          <span className={cx(layout['visuallyHidden'])}>({t('notices.linkUnread', { count: unread })})</span>
        </>
      )}
    </NavLink>
  );
}
