import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DISPUTE_DAYS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { type DisputeSettings, useDisputeSettings, useSaveDisputeSettings } from '../api.ts';

const DAY_MS = 86_400_000;

/** For how long learners can dispute and how soon staff answer; whoever may edit the activity changes it. */
export function SettingsSection({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useDisputeSettings(activityId);
  const settings = query.data;
  if (settings === undefined) {
    return query.isError ? <Problem error={query.error} retry={() => void query.refetch()} /> : null;
  }
  return (
    <section className={cx(layout['stack'])} aria-labelledby="dispute-times">
      <h2 id="dispute-times">{t('disputes.settings.title')}</h2>
      <p>
        {t('disputes.settings.now', {
          open: format.number(settings.openDays),
          answer: format.number(settings.answerDays),
        })}
      </p>
      {settings.can.change && (
        <Disclosure title={t('disputes.settings.change')}>
          <SettingsForm key={settings.revision} activityId={activityId} settings={settings} />
        </Disclosure>
      )}
    </section>
  );
}

interface SettingsFormProps {
  readonly activityId: string;
  readonly settings: DisputeSettings;
}

const isWrong = (days: number, least: number): boolean =>
  !(Number.isInteger(days) && days >= least && days <= DISPUTE_DAYS_MAX);

function SettingsForm({ activityId, settings }: SettingsFormProps) {
  const { t } = useTranslation();
  const save = useSaveDisputeSettings(activityId);
  const [openDays, setOpenDays] = useState(settings.openDays);
  const [answerDays, setAnswerDays] = useState(settings.answerDays);
  const [isTried, setIsTried] = useState(false);
  const isOpenWrong = isWrong(openDays, 0);
  const isAnswerWrong = isWrong(answerDays, 1);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setIsTried(true);
    const wrong = [isOpenWrong, isAnswerWrong].filter(Boolean).length;
    if (wrong > 0) return announce(t('common.formErrors', { count: wrong }));
    save.mutate(
      { openDays, answerDays, expectedRevision: settings.revision },
      { onSuccess: () => announce(t('disputes.settings.saved')) },
    );
  }

  return (
    <form noValidate onSubmit={submit} className={cx(layout['stack'])}>
      <NumberField
        label={t('disputes.settings.openDays')}
        hint={t('disputes.settings.zero')}
        minValue={0}
        maxValue={DISPUTE_DAYS_MAX}
        value={openDays}
        error={
          isTried && isOpenWrong ? t('disputes.settings.wrong', { min: 0, max: DISPUTE_DAYS_MAX }) : undefined
        }
        onChange={setOpenDays}
      />
      <NumberField
        label={t('disputes.settings.answerDays')}
        minValue={1}
        maxValue={DISPUTE_DAYS_MAX}
        value={answerDays}
        error={
          isTried && isAnswerWrong
            ? t('disputes.settings.wrong', { min: 1, max: DISPUTE_DAYS_MAX })
            : undefined
        }
        onChange={setAnswerDays}
      />
      <Effect settings={settings} openDays={openDays} />
      {save.error !== null && <Problem error={save.error} />}
      <div>
        <Button type="submit" isPending={save.isPending}>
          {t('disputes.settings.save')}
        </Button>
      </div>
    </form>
  );
}

/** What saving will change, and what it leaves as it is. */
function Effect({ settings, openDays }: { readonly settings: DisputeSettings; readonly openDays: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { releasedAt, waiting } = settings;
  if (isWrong(openDays, 0)) return null;
  return (
    <p>
      {releasedAt === null
        ? t('disputes.settings.untilLater')
        : t('disputes.settings.until', {
            when: format.moment(new Date(Date.parse(releasedAt) + openDays * DAY_MS).toISOString()),
          })}{' '}
      {waiting > 0 && t('disputes.settings.kept')}
    </p>
  );
}
