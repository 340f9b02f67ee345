import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import fields from '../../../ui/Field.module.css';
import layout from '../../../ui/layout.module.css';
import type { Invitation } from '../api.ts';
import styles from './Console.module.css';

interface OneTimeLinkProps {
  readonly url: string;
  readonly invitation: Pick<Invitation, 'kind' | 'label'>;
}

/** A link that is shown this once, with what to do with it. It takes the focus, since it is the next step: give it the link as key. */
export function OneTimeLink({ url, invitation: { kind, label } }: OneTimeLinkProps) {
  const { t } = useTranslation('administration');
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null);
  const id = useId();
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  async function copy(): Promise<void> {
    const done = await navigator.clipboard.writeText(url).then(
      () => 'copied' as const,
      () => 'notCopied' as const,
    );
    if (done === 'notCopied') input.current?.select();
    setCopied(done);
    announce(t(`invitations.${done}`));
  }

  return (
    <div className={cx(layout['card'], layout['stack'])}>
      <div className={cx(fields['field'])}>
        <label htmlFor={id} className={cx(fields['label'])}>
          {t('invitations.link')}
        </label>
        <div className={cx(styles['link'])}>
          <input
            ref={input}
            id={id}
            className={cx(fields['input'], styles['code'])}
            readOnly
            value={url}
            aria-describedby={`${id}-hint`}
          />
          <Button onPress={() => void copy()}>{t('invitations.copy')}</Button>
        </div>
        <span id={`${id}-hint`} className={cx(fields['hint'])}>
          {copied === null ? t('invitations.linkHint') : t(`invitations.${copied}`)}
        </span>
      </div>
      {kind === 'administrator' ? (
        <p>{t('invitations.howAdministrator', { name: label })}</p>
      ) : (
        <div className={cx(layout['stack'], layout['tight'])}>
          <h3>{t('invitations.howPlatform')}</h3>
          <ul className={cx(styles['list'])}>
            <li>{t('invitations.howMoodle')}</li>
            <li>{t('invitations.howCanvas')}</li>
            <li>{t('invitations.howOther')}</li>
          </ul>
          <p>{t('invitations.howAfter')}</p>
        </div>
      )}
    </div>
  );
}
