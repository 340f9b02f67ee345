import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import type { LmsRead } from '../api.ts';

interface ReadStatusProps {
  readonly read: LmsRead;
  /** What is said when it was read, and when nothing can be. */
  readonly text: string;
  readonly reading: string;
  readonly failed: string;
  /** Reads it again; null when that is not offered. */
  readonly onRead: (() => void) | null;
  readonly isAsking: boolean;
  readonly error: unknown;
}

/** When something was read from the LMS, whether that worked, and the button that reads it again. */
export function ReadStatus({ read, text, reading, failed, onRead, isAsking, error }: ReadStatusProps) {
  const { t } = useTranslation();
  const when = useWhen(read.readAt);
  const isReading = read.state === 'reading' || isAsking;
  const button = onRead !== null && (
    <Button variant={read.state === 'failed' ? 'secondary' : 'quiet'} isPending={isReading} onPress={onRead}>
      {t('roster.readNow')}
    </Button>
  );
  return (
    <>
      {read.state === 'failed' && !isAsking && read.trouble !== null ? (
        <Banner tone="warn" title={failed} actions={button}>
          <p>{t(`roster.reason.${read.trouble.reason}`)}</p>
          {read.trouble.words !== '' && <p>{t('roster.words', { words: read.trouble.words })}</p>}
          {when !== null && <p>{t('roster.failedKept', { when })}</p>}
        </Banner>
      ) : (
        <Line button={button}>{isReading ? reading : text}</Line>
      )}
      {error !== null && <Problem error={error} />}
    </>
  );
}

function Line({ children, button }: { readonly children: string; readonly button: ReactNode }) {
  return (
    <div className={cx(layout['row'])}>
      <p role="status" className={cx(layout['muted'])}>
        {children}
      </p>
      {button}
    </div>
  );
}

/** A moment with how long ago it was; null without one. */
export function useWhen(iso: string | null): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (iso === null) return null;
  return t('moment.withRelative', { absolute: format.moment(iso), relative: format.relative(iso, now) });
}
