import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { cx } from '../../../ui/cx.ts';
import hues from '../../../ui/hues.module.css';
import layout from '../../../ui/layout.module.css';
import { newsOf, type PagePerson } from '../people.ts';
import styles from '../workspace.module.css';

/** Who comes and goes is told in one go, and so seldom that one can listen to the text. */
const TELL_MS = 8_000;

/** The others who have the page open, each in the colour of what they select. */
export function PeopleHere({ people }: { readonly people: readonly PagePerson[] }) {
  const { t } = useTranslation();
  useNews(people);
  if (people.length === 0)
    return <p className={cx(layout['muted'], layout['small'])}>{t('workspace.people.none')}</p>;
  return (
    <div className={cx(layout['row'], layout['snug'])}>
      <span className={cx(layout['muted'], layout['small'])}>{t('workspace.people.label')}</span>
      <ul aria-label={t('workspace.people.label')} className={cx(styles['people'])}>
        {people.map(({ memberId, name, hue }) => (
          <li key={memberId} className={cx(styles['person'], hues[`hue${hue}`])}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useNews(people: readonly PagePerson[]): void {
  const { t } = useTranslation();
  const format = useFormat();
  const told = useRef<readonly PagePerson[]>([]);
  const tell = useEffectEvent(() => {
    const { came, left } = newsOf(told.current, people);
    told.current = people;
    if (came.length > 0) announce(t('workspace.people.came', { names: format.list(came) }));
    if (left.length > 0) announce(t('workspace.people.left', { names: format.list(left) }));
  });
  useEffect(() => {
    const timer = setInterval(() => tell(), TELL_MS);
    return () => clearInterval(timer);
  }, []);
}
