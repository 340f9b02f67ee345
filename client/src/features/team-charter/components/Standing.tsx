import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type Charter, type Place, useAgree } from '../api.ts';
import { CharterText } from './CharterText.tsx';
import { usePersonName } from './person-name.ts';

interface StandingProps {
  readonly place: Place;
  readonly current: NonNullable<Charter['current']>;
  readonly canAgree: boolean;
}

/** What is put to the group, and who has agreed to it. */
export function Standing({ place, current, canAgree }: StandingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePersonName();
  const agree = useAgree(place);
  const { version, by, at, texts, agreements, missing } = current;
  const state = missing.length === 0 ? 'agreed' : 'toAgree';
  return (
    <section aria-labelledby="standing" className={cx(layout['stack'])}>
      <div className={cx(layout['row'])}>
        <h2 id="standing">{t('teamCharter.title')}</h2>
        <Badge tone={state === 'agreed' ? 'good' : 'warn'}>{t(`teamCharter.state.${state}`)}</Badge>
      </div>
      <p className={cx(layout['muted'])}>
        {t('teamCharter.standing', {
          n: format.number(version),
          name: nameOf(by),
          when: format.moment(at),
        })}
      </p>
      <CharterText texts={texts} level={3} />
      {canAgree && (
        <div className={cx(layout['stack'], layout['tight'], layout['measure'])}>
          <p>{t('teamCharter.ask')}</p>
          {agree.error !== null && <Problem error={agree.error} />}
          <div className={cx(layout['row'])}>
            <Button
              variant="primary"
              isPending={agree.isPending}
              onPress={() => agree.mutate(version, { onSuccess: () => announce(t('teamCharter.agreed')) })}
            >
              {t('teamCharter.agree')}
            </Button>
          </div>
        </div>
      )}
      <h3>{t('teamCharter.agreements')}</h3>
      <ul className={cx(lines['list'], layout['measure'])}>
        {agreements.map((one) => (
          <li key={`${one.name}/${one.at}`} className={cx(lines['line'])}>
            <span>{nameOf(one)}</span>
            <span className={cx(layout['muted'], layout['small'])}>
              {t('teamCharter.agreedAt', { when: format.moment(one.at) })}
            </span>
          </li>
        ))}
        {missing.map((one, index) => (
          <li key={`missing/${index}`} className={cx(lines['line'])}>
            <span>{nameOf(one)}</span>
            <Badge tone="warn">{t('teamCharter.missing')}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
