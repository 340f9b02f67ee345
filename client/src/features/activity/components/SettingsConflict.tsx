import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';

interface SettingsConflictProps<Saved> {
  /** Reads what is saved by now. */
  readonly load: () => Promise<Saved>;
  /** Puts what is saved in the place of what was typed. */
  readonly onLoad: (newest: Saved) => void;
  /** Saves what was typed in the place of what is saved. */
  readonly onKeep: (newest: Saved) => void;
}

/** Somebody else has saved meanwhile: whoever came second decides, and has lost nothing. */
export function SettingsConflict<Saved>({ load, onLoad, onKeep }: SettingsConflictProps<Saved>) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const choose = (action: (newest: Saved) => void) => () => void load().then(action).catch(setError);
  return (
    <>
      <Banner
        tone="warn"
        role="alert"
        title={t('rubric.conflict.title')}
        actions={
          <>
            <Button onPress={choose(onLoad)}>{t('rubric.conflict.load')}</Button>
            <Button onPress={choose(onKeep)}>{t('rubric.conflict.keep')}</Button>
          </>
        }
      >
        {t('rubric.conflict.text')}
      </Banner>
      {error !== null && <Problem error={error} />}
    </>
  );
}
