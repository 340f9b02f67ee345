import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateField } from '../../../ui/DateTimeField.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Move, PlannedStep } from '../api.ts';
import styles from './Journey.module.css';
import { StepDates } from './StepDates.tsx';

interface PlanTableProps {
  readonly steps: readonly PlannedStep[];
  readonly onMove: (move: Move) => void;
}

/** Each step's dates; a step that is moved takes those after it along. */
export function PlanTable({ steps, onMove }: PlanTableProps) {
  const { t } = useTranslation();
  const indexOf = ({ id }: PlannedStep): number => steps.findIndex((step) => step.id === id);
  const begins = (step: PlannedStep) => <Begins step={step} index={indexOf(step)} onMove={onMove} />;
  return (
    <Table
      label={t('journeys.plan')}
      rows={steps}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', title: t('templates.title'), cell: ({ title }) => title },
        {
          key: 'starts',
          title: t('journeys.begins'),
          cell: begins,
        },
        { key: 'dates', title: t('timeline.title'), cell: datesOf },
      ]}
    />
  );
}

const datesOf = ({ dates }: PlannedStep) => <StepDates dates={dates} />;

interface BeginsProps {
  readonly step: PlannedStep;
  readonly index: number;
  readonly onMove: (move: Move) => void;
}

function Begins({ step: { title, startsOn }, index, onMove }: BeginsProps) {
  const { t } = useTranslation();
  const what = { n: index + 1, title };
  return (
    <div data-wide className={cx(styles['step'])}>
      <DateField
        label={t('journeys.beginOf', what)}
        shortLabel={t('journeys.begins')}
        value={startsOn}
        onChange={(day) => day !== '' && day !== startsOn && onMove({ index, to: { day } })}
      />
      <Button aria-label={t('journeys.earlierOf', what)} onPress={() => onMove({ index, to: { days: -1 } })}>
        {t('journeys.earlier')}
      </Button>
      <Button aria-label={t('journeys.laterOf', what)} onPress={() => onMove({ index, to: { days: 1 } })}>
        {t('journeys.later')}
      </Button>
    </div>
  );
}
