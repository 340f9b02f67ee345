import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type NoticeSettings, useNoticeSettings, useRevokeMailLinks, useTryAddressAgain } from '../api.ts';
import { CalendarSection } from '../components/CalendarSection.tsx';
import { PreferencesForm } from '../components/PreferencesForm.tsx';

/** How the person is told of things: e-mail, quiet hours, calendar; says plainly what is not possible. */
export default function NoticeSettingsPage() {
  const { t } = useTranslation();
  const settings = useNoticeSettings();
  if (settings.isPending) return <PageSkeleton />;
  if (settings.isError) return <ProblemPage error={settings.error} retry={() => void settings.refetch()} />;
  const { data } = settings;
  return (
    <div className={cx(layout['stack'], layout['page'], layout['measure'])}>
      <PageHeading
        title={t('notices.settings.title')}
        aside={<ButtonLink to="/notices">{t('notices.settings.back')}</ButtonLink>}
      />
      <section className={cx(layout['stack'])} aria-labelledby="mail">
        <h2 id="mail">{t('notices.settings.mail.title')}</h2>
        <MailState mail={data.mail} />
        {data.mail.possible === 'yes' && (
          <>
            <PreferencesForm settings={data} />
            <MailLinks />
          </>
        )}
      </section>
      <CalendarSection calendar={data.calendar} />
    </div>
  );
}

function MailState({ mail }: { readonly mail: NoticeSettings['mail'] }) {
  const { t } = useTranslation();
  const { possible, address, refusal } = mail;
  if (possible !== 'yes' || address === null) {
    const key = possible === 'noServer' ? 'noServer' : 'noAddress';
    return <Banner tone="info">{t(`notices.settings.mail.${key}`)}</Banner>;
  }
  return (
    <>
      <p className={cx(layout['prose'])}>{t('notices.settings.mail.to', { address })}</p>
      {refusal !== null && <Refusal address={address} refusal={refusal} />}
    </>
  );
}

interface RefusalProps {
  readonly address: string;
  readonly refusal: NonNullable<NoticeSettings['mail']['refusal']>;
}

function Refusal({ address, refusal }: RefusalProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const again = useTryAddressAgain();
  const { words, at } = refusal;
  return (
    <Banner
      tone="warn"
      title={t('notices.settings.mail.refused.title')}
      actions={
        <Button
          isPending={again.isPending}
          onPress={() =>
            again.mutate(undefined, { onSuccess: () => announce(t('notices.settings.mail.refused.done')) })
          }
        >
          {t('notices.settings.mail.refused.again')}
        </Button>
      }
    >
      {t('notices.settings.mail.refused.text', { words, when: format.moment(at), address })}
      {again.error !== null && <Problem error={again.error} />}
    </Banner>
  );
}

function MailLinks() {
  const { t } = useTranslation();
  const revoke = useRevokeMailLinks();
  const act = () => revoke.mutate(undefined, { onSuccess: () => announce(t('notices.settings.links.done')) });
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <p className={cx(layout['muted'], layout['small'])}>{t('notices.settings.links.text')}</p>
      {revoke.error !== null && <Problem error={revoke.error} />}
      {revoke.isSuccess ? (
        <p>{t('notices.settings.links.done')}</p>
      ) : (
        <div>
          <Button variant="quiet" isPending={revoke.isPending} onPress={act}>
            {t('notices.settings.links.button')}
          </Button>
        </div>
      )}
    </div>
  );
}
