import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { DivideBySectionDialog } from './DivideBySectionDialog.tsx';
import { type MarkingShares, useDivide, useMarkingShares } from '../api.ts';

/** How far marking is, in all and in each share; and dividing the rest. */
export function SharesSection({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const query = useMarkingShares(activityId);
  if (query.isError && query.data === undefined) {
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <Skeleton isShort />;
  const { done, total, unshared, staff, bySection, can } = query.data;
  const sharing = staff.filter((person) => person.total > 0);
  return (
    <section className={cx(layout['stack'])} aria-labelledby="shares">
      <h2 id="shares">{t('marking.shares.title')}</h2>
      <Share name={t('marking.shares.all')} done={done} total={total} />
      {sharing.length > 0 && (
        <>
          {sharing.map((person) => (
            <Share
              key={person.id}
              name={person.name ?? t('groups.person')}
              done={person.done}
              total={person.total}
            />
          ))}
          {unshared.total > 0 && (
            <Share name={t('marking.shares.nobody')} done={unshared.done} total={unshared.total} />
          )}
        </>
      )}
      {bySection && <p className={cx(layout['muted'])}>{t('sections.divide.isOn')}</p>}
      {can.divide && total > done && (
        <Disclosure title={t('marking.shares.divide')}>
          <DivideForm activityId={activityId} staff={staff} />
        </Disclosure>
      )}
    </section>
  );
}

interface ShareProps {
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

function Share({ name, done, total }: ShareProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = t('marking.shares.of', { name, done: format.number(done), of: format.number(total) });
  return <Progress label={text} text={text} value={done} max={Math.max(1, total)} />;
}

interface DivideFormProps {
  readonly activityId: string;
  readonly staff: MarkingShares['staff'];
}

function DivideForm({ activityId, staff }: DivideFormProps) {
  const { t } = useTranslation();
  const divide = useDivide(activityId);
  const [memberIds, setMemberIds] = useState<string[]>([]);
  const [isBySection, setIsBySection] = useState(false);
  return (
    <div className={cx(layout['stack'])}>
      <CheckboxGroup
        label={t('marking.shares.among')}
        hint={t('marking.shares.hint')}
        choices={staff.map(({ id, name }) => ({ id, text: name ?? t('groups.person') }))}
        value={memberIds}
        onChange={setMemberIds}
      />
      {divide.error !== null && <Problem error={divide.error} />}
      <div className={cx(layout['row'])}>
        <Button
          isDisabled={memberIds.length === 0}
          isPending={divide.isPending}
          onPress={() =>
            divide.mutate(
              { kind: 'evenly', memberIds, seed: newId() },
              { onSuccess: () => announce(t('marking.shares.divided')) },
            )
          }
        >
          {t('marking.shares.evenly')}
        </Button>
        <Button aria-haspopup="dialog" onPress={() => setIsBySection(true)}>
          {t('sections.divide.open')}
        </Button>
      </div>
      {isBySection && <DivideBySectionDialog activityId={activityId} onClose={() => setIsBySection(false)} />}
    </div>
  );
}
