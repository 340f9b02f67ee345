import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import field from '../../../ui/Field.module.css';
import { FieldFrame } from '../../../ui/FieldFrame.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type NoticeSettings, useMakeCalendar, useRevokeCalendar } from '../api.ts';

type Calendar = NonNullable<NoticeSettings['calendar']>;

/** The secret address of one's dates: made, copied, renewed and revoked here. */
export function CalendarSection({ calendar }: { readonly calendar: NoticeSettings['calendar'] }) {
  const { t } = useTranslation();
  const make = useMakeCalendar();
  const revoke = useRevokeCalendar();
  const [said, setSaid] = useState('');
  const say = (text: string): void => {
    setSaid(text);
    announce(text);
  };
  const error = make.error ?? revoke.error;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="calendar">
      <div className={cx(layout['stack'], layout['tight'])}>
        <h2 id="calendar">{t('notices.settings.calendar.title')}</h2>
        <p className={cx(layout['prose'])}>{t('notices.settings.calendar.text')}</p>
      </div>
      {error !== null && <Problem error={error} />}
      {calendar === null ? (
        <div>
          <Button isPending={make.isPending} onPress={() => make.mutate(undefined)}>
            {t('notices.settings.calendar.make')}
          </Button>
        </div>
      ) : (
        <>
          <Address calendar={calendar} say={say} />
          <div className={cx(layout['row'])}>
            <Button
              isPending={make.isPending}
              onPress={() =>
                make.mutate(undefined, { onSuccess: () => say(t('notices.settings.calendar.renewed')) })
              }
            >
              {t('notices.settings.calendar.renew')}
            </Button>
            <Button
              isPending={revoke.isPending}
              onPress={() =>
                revoke.mutate(undefined, { onSuccess: () => say(t('notices.settings.calendar.revoked')) })
              }
            >
              {t('notices.settings.calendar.revoke')}
            </Button>
          </div>
        </>
      )}
      {said !== '' && <p className={cx(layout['muted'])}>{said}</p>}
    </section>
  );
}

function Address({ calendar, say }: { readonly calendar: Calendar; readonly say: (text: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(calendar.url);
      say(t('notices.settings.calendar.copied'));
    } catch {
      // A frame of Moodle's may not write to the clipboard: the keyboard may.
      input.current?.select();
      say(t('notices.settings.calendar.selected'));
    }
  }
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <FieldFrame
        label={t('notices.settings.calendar.address')}
        hint={t('notices.settings.calendar.hint')}
        isReadOnly
      >
        {(control) => (
          <input
            {...control}
            ref={input}
            type="text"
            className={cx(field['input'])}
            value={calendar.url}
            onFocus={(event) => event.target.select()}
          />
        )}
      </FieldFrame>
      <div className={cx(layout['row'])}>
        <Button variant="primary" onPress={() => void copy()}>
          {t('notices.settings.calendar.copy')}
        </Button>
        <span className={cx(layout['muted'], layout['small'])}>
          {t('notices.settings.calendar.since', { when: format.moment(calendar.since) })}
        </span>
      </div>
    </div>
  );
}
