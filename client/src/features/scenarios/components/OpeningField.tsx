import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { Problem } from '../../../ui/Problem.tsx';
import { useOpenPlenary, usePlenaries } from '../api.ts';

interface OpeningFieldProps {
  readonly activityId: string;
  readonly n: number;
}

/** For staff: from when on learners see a plenary. */
export function OpeningField({ activityId, n }: OpeningFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { data } = usePlenaries(activityId);
  const open = useOpenPlenary(activityId, n);
  const [date, setDate] = useState<string | null>(null);
  if (data === undefined) return null;
  const plenary = data.items.find((one) => one.n === n);
  const opensAt = plenary?.opensAt ?? null;
  const value = date ?? (opensAt === null ? '' : toLocalField(opensAt));
  const isOpen = plenary?.isOpen === true || (opensAt !== null && Date.parse(opensAt) <= now);
  const set = (at: string | null) =>
    open.mutate(
      { opensAt: at, expectedRevision: data.revision },
      {
        onSuccess: () => {
          setDate(null);
          announce(t('teamRoles.saved'));
        },
      },
    );
  function standing(): string {
    if (opensAt === null) return t('plenary.hidden');
    return t(isOpen ? 'plenary.open' : 'plenary.opens', { when: format.moment(opensAt) });
  }
  return (
    <Disclosure title={standing()}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <p className={cx(layout['muted'], layout['small'])}>{t('plenary.openHint')}</p>
        <DateTimeField label={t('plenary.opensAt')} value={value} onChange={setDate} />
        {open.error !== null && <Problem error={open.error} />}
        <div className={cx(layout['row'])}>
          <Button isDisabled={value === ''} isPending={open.isPending} onPress={() => set(toIso(value))}>
            {t('plenary.save')}
          </Button>
          {!isOpen && (
            <Button isPending={open.isPending} onPress={() => set('now')}>
              {t('plenary.openNow')}
            </Button>
          )}
          {opensAt !== null && (
            <Button isPending={open.isPending} onPress={() => set(null)}>
              {t('plenary.hide')}
            </Button>
          )}
        </div>
      </div>
    </Disclosure>
  );
}
