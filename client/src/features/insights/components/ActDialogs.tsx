import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, useSession } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/DateTimeField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Select } from '../../../ui/Select.tsx';
import { type QueueAct, useQueueStaff, type WaitingItem } from '../api.ts';
import { snoozeMoments, startOfDay } from '../snooze.ts';

interface ActDialogProps {
  readonly item: WaitingItem;
  readonly onAct: (act: QueueAct) => void;
  readonly onClose: () => void;
}

const NOBODY = 'nobody';

/** Who of the staff looks after a matter; oneself unless it is somebody's already. */
export function AssignDialog({ item, onAct, onClose }: ActDialogProps) {
  const { data } = useQueueStaff();
  const { t } = useTranslation();
  const { member } = useSession();
  const [chosen, setChosen] = useState(item.assignee?.id ?? member.id);
  const nameOf = ({ id, name }: { readonly id: string; readonly name: string | null }): string =>
    id === member.id ? t('queue.assign.me') : (name ?? t('queue.assign.unnamed'));
  // Oneself is there from the start.
  const staff = data?.staff ?? [{ id: member.id, name: null }];
  const colleagues = [...staff].sort((a, b) => Number(b.id === member.id) - Number(a.id === member.id));
  return (
    <Dialog
      title={t('queue.assign.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => onAct({ kind: 'assign', memberId: chosen === NOBODY ? null : chosen })}
          >
            {t('queue.assign.do')}
          </Button>
        </>
      }
    >
      <Select
        label={t('queue.assign.who')}
        value={chosen}
        onChange={setChosen}
        choices={[
          ...colleagues.map((one) => ({ id: one.id, text: nameOf(one) })),
          { id: NOBODY, text: t('queue.assign.nobody') },
        ]}
      />
    </Dialog>
  );
}

/** Until when a matter is out of sight. */
export function SnoozeDialog({ onAct, onClose }: ActDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [now] = useState(() => new Date());
  const [chosen, setChosen] = useState<'tomorrow' | 'nextWeek' | 'day'>('tomorrow');
  const [day, setDay] = useState('');
  const moments = snoozeMoments(now);
  const until = chosen === 'day' ? startOfDay(day, now) : moments[chosen];
  return (
    <Dialog
      title={t('queue.snooze.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={until === null}
            onPress={() => until && onAct({ kind: 'snooze', until: until.toISOString() })}
          >
            {t('queue.snooze.do')}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t('queue.snooze.until')}
        value={chosen}
        onChange={setChosen}
        choices={[
          {
            id: 'tomorrow',
            text: t('queue.snooze.tomorrow'),
            hint: format.moment(moments.tomorrow.toISOString()),
          },
          {
            id: 'nextWeek',
            text: t('queue.snooze.nextWeek'),
            hint: format.moment(moments.nextWeek.toISOString()),
          },
          { id: 'day', text: t('queue.snooze.onDay') },
        ]}
      />
      {chosen === 'day' && (
        <DateField
          label={t('queue.snooze.day')}
          hint={t('queue.snooze.dayHint')}
          value={day}
          onChange={setDay}
        />
      )}
    </Dialog>
  );
}
