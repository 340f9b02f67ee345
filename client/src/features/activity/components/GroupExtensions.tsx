import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Table } from '../../../ui/Table.tsx';
import { LaterDates } from './LaterDates.tsx';
import { type ExtendedGroup, useGroupExtensions } from '../timeline-api.ts';
import { GroupExtensionDialog } from './GroupExtensionDialog.tsx';

/** Groups and sections whose members have more time than others in an activity. */
export function GroupExtensions({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const query = useGroupExtensions(activityId);
  const [open, setOpen] = useState<ExtendedGroup | 'new' | null>(null);
  const rows = query.data?.items ?? [];
  const nameOf = ({ name, setName }: ExtendedGroup) => (
    <>
      <bdi>{name}</bdi>
      {setName !== null && (
        <div className={cx(layout['muted'], layout['small'])}>
          <bdi>{setName}</bdi>
        </div>
      )}
    </>
  );
  const change = (group: ExtendedGroup) => (
    <Button
      variant="quiet"
      aria-label={t('timeline.groups.changeFor', { name: group.name ?? '' })}
      onPress={() => setOpen(group)}
    >
      {t('timeline.groups.change')}
    </Button>
  );
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="group-extensions">
      <h2 id="group-extensions">{t('timeline.groups.title')}</h2>
      <p className={cx(layout['muted'])}>{t('timeline.groups.text')}</p>
      {query.error !== null && <Problem error={query.error} retry={() => void query.refetch()} />}
      {rows.length > 0 && (
        <Table
          label={t('timeline.groups.title')}
          rows={rows}
          rowKey={({ groupId }) => groupId}
          columns={[
            { key: 'name', title: t('timeline.groups.group'), cell: nameOf },
            {
              key: 'people',
              title: t('timeline.groups.people'),
              cell: ({ people }) => t('groups.members', { count: people }),
            },
            {
              key: 'dates',
              title: t('timeline.groups.dates'),
              cell: datesOf,
            },
            {
              key: 'reason',
              title: t('timeline.reason'),
              cell: ({ reason }) => (reason === '' ? t('common.none') : reason),
            },
            { key: 'change', title: t('timeline.groups.change'), cell: change },
          ]}
        />
      )}
      <div>
        <Button onPress={() => setOpen('new')}>{t('timeline.groups.open')}</Button>
      </div>
      {open !== null && (
        <GroupExtensionDialog
          activityId={activityId}
          group={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

const datesOf = ({ steps }: ExtendedGroup) => <LaterDates steps={steps} />;
