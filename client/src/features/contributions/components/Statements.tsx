import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Contributions } from '../api.ts';

/** What each says of their own contribution, once the milestone is over. */
export function Statements({ view }: { readonly view: Contributions }) {
  const { t } = useTranslation();
  const said = view.people.filter(({ statement }) => statement !== null && statement !== '');
  if (said.length === 0) return <p className={cx(layout['muted'])}>{t('contributions.nobodySaid')}</p>;
  return said.map(({ name, isOwn, statement }) => (
    <div key={`${name}/${statement}`}>
      <p className={cx(layout['muted'], layout['small'])}>
        {isOwn ? t('groupWork.you') : (name ?? t('groupWork.somebody'))}
      </p>
      <p className={cx(layout['prose'])}>{statement}</p>
    </div>
  ));
}
