import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Retrospective } from '../api.ts';
import { NOTE_PARTS } from './note-parts.ts';

/** What the others of the group say, part by part. */
export function OthersNotes({ others }: Pick<Retrospective, 'others'>) {
  const { t } = useTranslation();
  const parts = NOTE_PARTS.map((part) => ({
    part,
    said: others.filter((one) => one[part] !== ''),
  })).filter(({ said }) => said.length > 0);
  return (
    <section aria-labelledby="others" className={cx(layout['stack'], layout['tight'], layout['measure'])}>
      <h2 id="others">{t('retrospective.others')}</h2>
      {parts.length === 0 && <p className={cx(layout['muted'])}>{t('retrospective.nobody')}</p>}
      {parts.map(({ part, said }) => (
        <div key={part} className={cx(layout['stack'], layout['tight'])}>
          <h3>{t(`retrospective.parts.${part}`)}</h3>
          {said.map((one) => (
            <div key={`${one.by.name}/${one.savedAt}`}>
              <p className={cx(layout['muted'], layout['small'])}>{one.by.name ?? t('groupWork.somebody')}</p>
              <p className={cx(layout['prose'])}>{one[part]}</p>
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
