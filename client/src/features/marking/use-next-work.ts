import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { announce } from '../../ui/announce.ts';
import { useClaimNext } from './api.ts';
import { useHidden } from './use-hidden.ts';

/** Takes the next work and opens it; when there is none, says so. */
export function useNextWork(activityId: string) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { suffix } = useHidden();
  const claim = useClaimNext(activityId);
  const [isNoneLeft, setIsNoneLeft] = useState(false);

  async function openNext(): Promise<void> {
    const workId = await claim.mutateAsync();
    setIsNoneLeft(workId === null);
    if (workId !== null) return navigate(`/activities/${activityId}/marking/${workId}${suffix}`);
    announce(t('marking.noneLeft'));
    return navigate(`/activities/${activityId}/marking${suffix}`);
  }

  return {
    isNoneLeft,
    isPending: claim.isPending,
    error: claim.error,
    // What went wrong is shown by `error`.
    openNext: () => void openNext().catch(() => undefined),
  };
}
