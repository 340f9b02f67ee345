import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Table } from '../../../ui/Table.tsx';
import { stepName } from '../step-name.ts';
import type { TimelineStep } from '../timeline-api.ts';

interface DatesTableProps {
  readonly label: string;
  readonly of?: 'learner' | 'group';
  readonly steps: readonly TimelineStep[];
}

/** Each step's end for everybody, and for one learner or one group. */
export function DatesTable({ label, of = 'learner', steps }: DatesTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table
      label={label}
      rows={steps}
      rowKey={({ step }) => step}
      columns={[
        { key: 'step', title: t('timeline.step.title'), cell: ({ step }) => stepName(step, t) },
        { key: 'normal', title: t('timeline.normal'), cell: ({ normal }) => format.moment(normal) },
        {
          key: 'own',
          title: t(of === 'group' ? 'timeline.groups.dates' : 'timeline.own'),
          cell: ownDate,
        },
      ]}
    />
  );
}

const ownDate = (step: TimelineStep) => <OwnDate {...step} />;

function OwnDate({ normal, own }: TimelineStep) {
  const { t } = useTranslation();
  const format = useFormat();
  if (own === normal) return t('timeline.same');
  return (
    <>
      {format.moment(own)} <Badge tone="info">{t('timeline.later')}</Badge>
    </>
  );
}
