import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { ReminderTask } from '../api.ts';

const RemindDialog = lazy(() => import('./RemindDialog.tsx'));

interface RemindButtonProps {
  readonly activityId: string;
  readonly task: ReminderTask;
  /** Chosen learners; everybody who lacks the task when it is left out. */
  readonly memberIds?: readonly string[];
}

/** Staff remind those who lack a task, after they have seen who that is. */
export function RemindButton({ activityId, task, memberIds }: RemindButtonProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const finish = (count: number): void => {
    setIsAsking(false);
    showToast({ text: t('notices.remind.done', { count }) });
  };
  return (
    <>
      <Button onPress={() => setIsAsking(true)}>
        {t(memberIds ? 'notices.remind.chosen' : 'notices.remind.button')}
      </Button>
      {isAsking && (
        <Suspense fallback={null}>
          <RemindDialog
            activityId={activityId}
            task={task}
            memberIds={memberIds}
            onDone={finish}
            onClose={() => setIsAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
