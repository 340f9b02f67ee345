import { useTranslation } from 'react-i18next';
import type { DynamicsAspect } from '../../../../../server/src/contracts/team-dynamics.ts';
import { DYNAMICS_ASPECTS } from '../../../../../server/src/contracts/team-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { type Column, Table } from '../../../ui/Table.tsx';
import type { Band, Survey } from '../api.ts';

const TONES: Record<Band, Tone> = { low: 'warn', mixed: 'neutral', good: 'good' };

/** What the group said after each milestone, as a whole: how it changes can be read down a column. */
export function DynamicsResults({ surveys }: { readonly surveys: readonly Survey[] }) {
  const { t } = useTranslation();
  const shown = surveys.filter(({ bands }) => bands !== null);
  if (shown.length === 0) return <p>{t('teamDynamics.results.none')}</p>;
  const columns: Column<Survey>[] = [
    { key: 'title', title: t('teamDynamics.results.after'), cell: milestoneCell },
    ...DYNAMICS_ASPECTS.map((aspect) => ({
      key: aspect,
      title: t(`teamDynamics.aspects.${aspect}`),
      cell: bandCell(aspect),
    })),
  ];
  return (
    <Table
      label={t('teamDynamics.results.title')}
      columns={columns}
      rows={shown}
      rowKey={({ n }) => String(n)}
    />
  );
}

function bandCell(aspect: DynamicsAspect) {
  return function cell({ bands }: Survey) {
    return bands && <BandBadge band={bands[aspect]} />;
  };
}

function BandBadge({ band }: { readonly band: Band }) {
  const { t } = useTranslation();
  return <Badge tone={TONES[band]}>{t(`teamDynamics.bands.${band}`)}</Badge>;
}

const milestoneCell = (survey: Survey) => <Milestone survey={survey} />;

function Milestone({ survey: { title, answered, asked } }: { readonly survey: Survey }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <bdi>{title}</bdi>
      <span className={cx(layout['muted'], layout['small'])}>
        {' '}
        {t('teamDynamics.counts', { answered: format.number(answered), asked: format.number(asked) })}
      </span>
    </>
  );
}
