import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIENCE_FEWEST, AUDIENCE_SCALE } from '../../../../../server/src/contracts/presentation-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { BoxPlot } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { type Presentation, type SlotPlace, useRate } from '../audience-api.ts';

interface AudienceRubricProps {
  readonly place: SlotPlace;
  readonly presentation: Presentation;
}

const SCALE = AUDIENCE_SCALE.map(String);

/** What one of the audience says of a presentation while it is on; nobody reads who said it. */
export function AudienceRubric({ place, presentation: { criteria, rating } }: AudienceRubricProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rate = useRate(place);
  const [given, setGiven] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries((rating ?? []).map(({ criterionId, value }) => [criterionId, value])),
  );
  const isWhole = criteria.every(({ id }) => given[id] !== undefined);
  const textOf = (value: string): string => {
    const n = format.number(Number(value));
    if (value === SCALE[0]) return t('presentations.audience.lowest', { n });
    return value === SCALE.at(-1) ? t('presentations.audience.highest', { n }) : n;
  };
  return (
    <section aria-labelledby="rubric" className={cx(layout['stack'], layout['tight'], layout['measure'])}>
      <h2 id="rubric">{t('presentations.audience.rubric')}</h2>
      <p className={cx(layout['muted'])}>{t('presentations.audience.rubricHint')}</p>
      {criteria.map(({ id, title }) => (
        <RadioGroup
          key={id}
          label={title}
          value={given[id] === undefined ? null : String(given[id])}
          onChange={(value) => setGiven((before) => ({ ...before, [id]: Number(value) }))}
          choices={SCALE.map((value) => ({ id: value, text: textOf(value) }))}
        />
      ))}
      {rate.error !== null && <Problem error={rate.error} />}
      <div className={cx(layout['row'])}>
        <Button
          variant="primary"
          isDisabled={!isWhole}
          isPending={rate.isPending}
          onPress={() =>
            rate.mutate(
              criteria.map(({ id }) => ({ criterionId: id, value: given[id] ?? 0 })),
              { onSuccess: () => announce(t('presentations.audience.sent')) },
            )
          }
        >
          {t('presentations.audience.send')}
        </Button>
        {rating !== null && <span role="status">{t('presentations.audience.sent')}</span>}
      </div>
    </section>
  );
}

/** For the group and for staff, afterwards: how the audience judged. */
export function AudienceResults({ results }: { readonly results: NonNullable<Presentation['results']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-labelledby="results" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="results">{t('presentations.audience.results')}</h2>
      <p>{t('presentations.audience.answers', { count: results.answers })}</p>
      {results.criteria === null ? (
        <p className={cx(layout['muted'])}>
          {t('presentations.audience.tooFew', { n: format.number(AUDIENCE_FEWEST) })}
        </p>
      ) : (
        <BoxPlot
          title={t('presentations.audience.results')}
          labelTitle={t('presentations.audience.criterion')}
          valueTitle={t('presentations.audience.value')}
          groups={results.criteria.map(({ title, values }) => ({ label: title, values }))}
          domain={[1, AUDIENCE_SCALE.length]}
        />
      )}
    </section>
  );
}
