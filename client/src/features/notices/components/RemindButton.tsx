import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import type { TaskName } from '../api.ts';

const RemindDialog = lazy(() => import('./RemindDialog.tsx'));

interface RemindButtonProps {
  readonly activityId: string;
  readonly task: TaskName;
}

/** Staff remind those who lack a task, after they have seen who that is. */
export function RemindButton({ activityId, task }: RemindButtonProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const [reminded, setReminded] = useState<number | null>(null);
  const finish = (count: number): void => {
    setIsAsking(false);
    setReminded(count);
    announce(t('notices.remind.done', { count }));
  };
  return (
    <>
      <Button onPress={() => setIsAsking(true)}>{t('notices.remind.button')}</Button>
      {reminded !== null && <Banner tone="good">{t('notices.remind.done', { count: reminded })}</Banner>}
      {isAsking && (
        <Suspense fallback={null}>
          <RemindDialog
            activityId={activityId}
            task={task}
            onDone={finish}
            onClose={() => setIsAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
