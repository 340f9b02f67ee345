import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Network } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Analytics } from '../analytics-api.ts';

/** Who replies to whom, and what shape that has. */
export function TalkTies({ analytics }: { readonly analytics: Analytics }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { people, ties, gini, density, reciprocity, centralisation } = analytics;
  const nameOf = (place: number): string => people[place]?.name ?? t('discussion.somebody');
  const shares = { gini, density, reciprocity, centralisation };
  const said = (Object.keys(shares) as (keyof typeof shares)[]).flatMap((key) => {
    const value = shares[key];
    return value === null ? [] : [{ key, value }];
  });
  return (
    <section className={cx(layout['stack'])} aria-labelledby="ties">
      <h2 id="ties">{t('talkFigures.ties')}</h2>
      <ul className={cx(layout['prose'], layout['bullets'])}>
        {said.map(({ key, value }) => (
          <li key={key}>
            {t(`talkFigures.shape.${key}`, { value: format.number(Math.round(value * 100) / 100) })}
          </li>
        ))}
      </ul>
      <Network
        title={t('talkFigures.network')}
        summary={t('talkFigures.networkSummary', { count: ties.length })}
        people={people.map((_, place) => nameOf(place))}
        links={ties.map(({ from, to, count }) => ({
          from,
          to,
          isSolid: true,
          text: t('talkFigures.tie', { from: nameOf(from), to: nameOf(to), count }),
        }))}
        columns={[t('talkFigures.from'), t('talkFigures.to'), t('talkFigures.replies')]}
        rows={ties.map(({ from, to, count }) => ({
          key: `${from} ${to}`,
          cells: [nameOf(from), nameOf(to), format.number(count)],
        }))}
      />
    </section>
  );
}
