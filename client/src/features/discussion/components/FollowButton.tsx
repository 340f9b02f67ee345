import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useFollow } from '../following-api.ts';

interface FollowButtonProps {
  readonly activityId: string;
  readonly threadId: string;
  readonly isFollowed: boolean;
}

/** Has oneself told of what is new in a thread, or not any more. */
export function FollowButton({ activityId, threadId, isFollowed }: FollowButtonProps) {
  const { t } = useTranslation();
  const follow = useFollow(activityId, threadId);
  const press = () =>
    follow.mutate(!isFollowed, {
      onSuccess: ({ on }) => showToast({ text: t(`discussion.thread.${on ? 'followed' : 'unfollowed'}`) }),
    });
  return (
    <>
      <Button isPending={follow.isPending} onPress={press}>
        {t(isFollowed ? 'discussion.thread.unfollow' : 'discussion.thread.follow')}
      </Button>
      {follow.error !== null && <Problem error={follow.error} />}
    </>
  );
}
