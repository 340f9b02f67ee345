import { type SyntheticEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type NoticeSettings, useSavePreferences } from '../api.ts';
import { findInvalid, type PreferencesForm as Form, toForm, toPreferences } from '../preferences-form.ts';
import { Check, RadioChoice, Select, TimeField } from './Fields.tsx';

/** How often e-mail comes, and when not. */
export function PreferencesForm({ settings }: { readonly settings: NoticeSettings }) {
  const { t } = useTranslation();
  const save = useSavePreferences();
  const [form, setForm] = useState<Form>(() => toForm(settings.preferences));
  const [showsErrors, setShowsErrors] = useState(false);
  const invalid = findInvalid(form);
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const frequencies = (['atOnce', 'daily', 'off'] as const).map(
    (frequency) => [frequency, t(`notices.settings.mail.frequencies.${frequency}`)] as const,
  );

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setShowsErrors(true);
    if (Object.keys(invalid).length > 0)
      return announce(t('common.formErrors', { count: Object.keys(invalid).length }));
    save.mutate(toPreferences(form), { onSuccess: () => announce(t('notices.settings.saved')) });
  }

  return (
    <form noValidate onSubmit={submit} className={cx(layout['stack'])}>
      <RadioChoice
        legend={t('notices.settings.mail.frequency')}
        hint={t('notices.settings.mail.everywhereHint')}
        name="frequency"
        value={form.frequency}
        options={frequencies}
        onChange={(frequency) => change({ frequency })}
      />
      <RadioChoice
        legend={t('notices.settings.mail.here')}
        name="frequencyHere"
        value={form.frequencyHere}
        options={[['asEverywhere', t('notices.settings.mail.asEverywhere')], ...frequencies]}
        onChange={(frequencyHere) => change({ frequencyHere })}
      />
      <QuietHours form={form} invalid={showsErrors ? invalid : {}} onChange={change} />
      {save.error !== null && <Problem error={save.error} />}
      <div className={cx(layout['row'])}>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t(save.isPending ? 'notices.settings.saving' : 'notices.settings.save')}
        </Button>
        {save.isSuccess && <span className={cx(layout['muted'])}>{t('notices.settings.saved')}</span>}
      </div>
    </form>
  );
}

interface QuietHoursProps {
  readonly form: Form;
  readonly invalid: ReturnType<typeof findInvalid>;
  readonly onChange: (part: Partial<Form>) => void;
}

function QuietHours({ form, invalid, onChange }: QuietHoursProps) {
  const { t } = useTranslation();
  const zones = useZones(form.zone);
  const errorOf = (field: 'from' | 'to') =>
    invalid[field] === undefined ? undefined : t(`notices.settings.quiet.${invalid[field]}`);
  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="quiet">
      <h3 id="quiet">{t('notices.settings.quiet.title')}</h3>
      <Check isChecked={form.isQuiet} onChange={(isQuiet) => onChange({ isQuiet })}>
        {t('notices.settings.quiet.use')}
      </Check>
      {form.isQuiet && (
        <div className={cx(layout['row'])}>
          <TimeField
            label={t('notices.settings.quiet.from')}
            value={form.from}
            error={errorOf('from')}
            onChange={(from) => onChange({ from })}
          />
          <TimeField
            label={t('notices.settings.quiet.to')}
            value={form.to}
            error={errorOf('to')}
            onChange={(to) => onChange({ to })}
          />
        </div>
      )}
      <Select
        label={t('notices.settings.quiet.zone')}
        value={form.zone}
        options={zones}
        onChange={(zone) => onChange({ zone })}
      />
    </section>
  );
}

/** All zones that this browser knows, the chosen one among them, its own first. */
function useZones(chosen: string): (readonly [value: string, label: string])[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(chosen === '' ? [] : [chosen])]);
    return [
      ['', t('notices.settings.quiet.browserZone', { zone: own.replaceAll('_', ' ') })],
      ...[...known].sort().map((zone) => [zone, zone.replaceAll('_', ' ')] as const),
    ];
  }, [chosen, t]);
}
