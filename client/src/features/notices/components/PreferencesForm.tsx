import { type SyntheticEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import type { Choice } from '../../../ui/choices.ts';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type NoticeSettings, useSavePreferences } from '../api.ts';
import {
  BROWSER_ZONE,
  findInvalid,
  type PreferencesForm as Form,
  toForm,
  toPreferences,
} from '../preferences-form.ts';
import { TimeField } from './TimeField.tsx';

/** How often e-mail comes, and when not. */
export function PreferencesForm({ settings }: { readonly settings: NoticeSettings }) {
  const { t } = useTranslation();
  const save = useSavePreferences();
  const [form, setForm] = useState<Form>(() => toForm(settings.preferences));
  const [showsErrors, setShowsErrors] = useState(false);
  const invalid = findInvalid(form);
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const frequencies = (['atOnce', 'daily', 'off'] as const).map((id) => ({
    id,
    text: t(`notices.settings.mail.frequencies.${id}`),
  }));

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setShowsErrors(true);
    if (Object.keys(invalid).length > 0)
      return announce(t('common.formErrors', { count: Object.keys(invalid).length }));
    save.mutate(toPreferences(form), { onSuccess: () => showToast({ text: t('notices.settings.saved') }) });
  }

  return (
    <form noValidate onSubmit={submit} className={cx(layout['stack'])}>
      <RadioGroup
        label={t('notices.settings.mail.frequency')}
        hint={t('notices.settings.mail.everywhereHint')}
        value={form.frequency}
        choices={frequencies}
        onChange={(frequency) => change({ frequency })}
      />
      <RadioGroup
        label={t('notices.settings.mail.here')}
        value={form.frequencyHere}
        choices={[{ id: 'asEverywhere', text: t('notices.settings.mail.asEverywhere') }, ...frequencies]}
        onChange={(frequencyHere) => change({ frequencyHere })}
      />
      <QuietHours form={form} invalid={showsErrors ? invalid : {}} onChange={change} />
      {save.error !== null && <Problem error={save.error} />}
      <div>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t(save.isPending ? 'notices.settings.saving' : 'notices.settings.save')}
        </Button>
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
      <Checkbox isChecked={form.isQuiet} onChange={(isQuiet) => onChange({ isQuiet })}>
        {t('notices.settings.quiet.use')}
      </Checkbox>
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
      <ComboBox
        label={t('notices.settings.quiet.zone')}
        value={form.zone}
        choices={zones}
        onChange={(zone) => onChange({ zone: zone ?? BROWSER_ZONE })}
      />
    </section>
  );
}

/** All zones that this browser knows, the chosen one among them, its own first. */
function useZones(chosen: string): Choice[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = new Set([
      ...Intl.supportedValuesOf('timeZone'),
      'UTC',
      ...(chosen === BROWSER_ZONE ? [] : [chosen]),
    ]);
    return [
      { id: BROWSER_ZONE, text: t('notices.settings.quiet.browserZone', { zone: own.replaceAll('_', ' ') }) },
      ...[...known].sort().map((zone) => ({ id: zone, text: zone.replaceAll('_', ' ') })),
    ];
  }, [chosen, t]);
}
