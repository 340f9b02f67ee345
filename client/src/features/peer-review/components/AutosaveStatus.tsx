import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AutosaveState } from '../../../app/autosave.ts';
import { useFormat } from '../../../app/context.ts';
import { errorText } from '../../../app/error-text.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/Icon.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';

/** One quiet line below an editor; only a failure is read out, so that typing is not talked over. */
export function AutosaveStatus({ state }: { readonly state: AutosaveState<unknown> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = statusText();

  function statusText(): string {
    if (state.status === 'refused') return t('autosave.refused', { reason: errorText(state.error, t) });
    if (state.status === 'stale') return '';
    if (state.status !== 'saved') return t(`autosave.${state.status}`);
    return state.savedAt === null
      ? t('autosave.notSavedYet')
      : t('autosave.savedAt', { time: format.time(state.savedAt) });
  }

  const failure = state.status === 'temporary' || state.status === 'refused' ? text : '';
  useEffect(() => {
    if (failure !== '') announce(failure);
  }, [failure]);
  const isSaved = state.status === 'saved' && state.savedAt !== null;
  return (
    <span className={cx(layout['signed'], layout['muted'], layout['small'])}>
      {isSaved && <Icon name="check" />}
      {failure !== '' && <Icon name="warning" />}
      {text}
    </span>
  );
}

interface StalePanelProps {
  /** What to say where it was somebody else who saved. */
  readonly texts?: { readonly title: string; readonly text: string } | null;
  /** Replaces what is here by what the other tab has saved. */
  readonly onLoad: () => Promise<void>;
  /** Saves what is here on top of it. */
  readonly onKeep: () => Promise<void>;
}

/** Another tab has saved in between: the writer decides which text counts. */
export function StalePanel({ texts = null, onLoad, onKeep }: StalePanelProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const choose = (action: () => Promise<void>) => () => void action().catch(setError);
  return (
    <>
      <Banner
        tone="warn"
        role="alert"
        title={texts?.title ?? t('autosave.stale.title')}
        actions={
          <>
            <Button onPress={choose(onLoad)}>{t('autosave.stale.load')}</Button>
            <Button onPress={choose(onKeep)}>{t('autosave.stale.keep')}</Button>
          </>
        }
      >
        {texts?.text ?? t('autosave.stale.text')}
      </Banner>
      {error !== null && <Problem error={error} />}
    </>
  );
}
