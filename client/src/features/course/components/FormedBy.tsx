import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { MyGroupSet } from '../sets-api.ts';
import styles from './Formation.module.css';

/** By what groups were formed, in plain words; nobody's values and no names have a place in it. */
export function FormedBy({ formed }: { readonly formed: NonNullable<MyGroupSet['formed']> }) {
  const { t } = useTranslation();
  const { criteria, hasPairs } = formed;
  if (criteria.length === 0 && !hasPairs) return <p>{t('formation.formed.evenly')}</p>;
  return (
    <div className={cx(layout['stack'], layout['tight'], layout['measure'])}>
      <p>{t('formation.formed.title')}</p>
      <ul className={cx(styles['criteria'])}>
        {criteria.map(({ kind, attribute, hours }) => (
          <li key={`${kind} ${attribute}`}>
            {kind === 'overlap'
              ? t('formation.formed.overlap', { name: attribute, hours: hours ?? 0 })
              : t(`formation.formed.${kind}`, { name: attribute })}
          </li>
        ))}
        {hasPairs && <li>{t('formation.formed.pairs')}</li>}
      </ul>
    </div>
  );
}
