import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LABEL_MAX } from '../../../../../server/src/contracts/limits.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { type PlatformDetails, useChangePlatform } from '../api.ts';
import styles from './Console.module.css';

/** What an administrator decides about a platform. */
export function PlatformSettings({ platform }: { readonly platform: PlatformDetails }) {
  const { t } = useTranslation('administration');
  const save = useChangePlatform(platform.id);
  const [name, setName] = useState(platform.name);
  const [acceptNewDeployments, setAccept] = useState(platform.acceptNewDeployments);
  const [wasTried, setTried] = useState(false);
  const isMissing = name.trim() === '' || name.trim().length > LABEL_MAX;

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    save.mutate({ name, acceptNewDeployments }, { onSuccess: () => announce(t('platform.saved')) });
  }

  return (
    <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="settings">
      <h2 id="settings">{t('platform.settings')}</h2>
      <form noValidate className={cx(layout['stack'], layout['measure'])} onSubmit={submit}>
        <TextField
          label={t('platform.nameLabel')}
          hint={t('platform.nameHint')}
          value={name}
          error={wasTried && isMissing ? t('platform.nameMissing') : undefined}
          onChange={setName}
        />
        <Check
          label={t('platform.acceptNew')}
          hint={t('platform.acceptNewHint')}
          isChecked={acceptNewDeployments}
          onChange={setAccept}
        />
        {save.error !== null && <Problem error={save.error} />}
        <div className={cx(layout['row'])}>
          <Button type="submit" isPending={save.isPending}>
            {t(save.isPending ? 'platform.saving' : 'platform.save')}
          </Button>
          {save.isSuccess && <span className={cx(layout['muted'])}>{t('platform.saved')}</span>}
        </div>
      </form>
    </section>
  );
}

interface CheckProps {
  readonly label: string;
  readonly hint: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

function Check({ label, hint, isChecked, onChange }: CheckProps) {
  const id = useId();
  return (
    <div className={cx(styles['check'])}>
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <span id={`${id}-hint`} className={cx(styles['hint'])}>
        {hint}
      </span>
    </div>
  );
}
