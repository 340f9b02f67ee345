import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { dayOf, today } from '../days.ts';

const SaveTemplateDialog = lazy(() => import('./SaveTemplateDialog.tsx'));
const MakeDraftDialog = lazy(() => import('./MakeDraftDialog.tsx'));

interface TemplateActionsProps {
  readonly activityId: string;
  readonly title: string;
  /** The activity's first date, ISO 8601. */
  readonly firstAt: string | undefined;
}

/** What can be made of an activity: a template, or a copy. */
export function TemplateActions({ activityId, title, firstAt }: TemplateActionsProps) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [open, setOpen] = useState<'template' | 'copy' | null>(null);
  const [now] = useState(() => today(Date.now()));
  if (!can.editActivities) return null;
  const close = () => setOpen(null);
  const first = firstAt === undefined ? now : dayOf(firstAt);
  return (
    <>
      <Button onPress={() => setOpen('template')}>{t('templates.saveOpen')}</Button>
      <Button onPress={() => setOpen('copy')}>{t('templates.copyOpen')}</Button>
      <Link to="/templates">{t('templates.link')}</Link>
      <Suspense fallback={null}>
        {open === 'template' && (
          <SaveTemplateDialog
            activityId={activityId}
            title={title}
            startsOn={first < now ? first : now}
            onClose={close}
          />
        )}
        {open === 'copy' && (
          <MakeDraftDialog
            source={{ kind: 'activity', id: activityId }}
            title={t('templates.copyOf', { title })}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}
