import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { Participant } from '../grading-api.ts';
import { useHoldMember } from '../moderation-api.ts';

interface ApprovalSwitchProps {
  readonly activityId: string;
  readonly member: { readonly id: string; readonly name: string | null };
  readonly approval: NonNullable<Participant['approval']>;
}

/** For staff: whether what one learner writes waits until they approve it. */
export function ApprovalSwitch({ activityId, member, approval }: ApprovalSwitchProps) {
  const { t } = useTranslation();
  const hold = useHoldMember(activityId);
  const name = member.name ?? t('discussion.somebody');
  const change = (waits: boolean) =>
    hold.mutate(
      { memberId: member.id, waits },
      {
        onSuccess: () =>
          showToast({ text: t(`discussionModeration.approval.${waits ? 'held' : 'released'}`, { name }) }),
      },
    );
  return (
    <div>
      <Switch
        isOn={approval !== 'none'}
        isDisabled={approval === 'everybody' || hold.isPending}
        onChange={change}
      >
        {t('discussionModeration.approval.member')}
      </Switch>
      {approval === 'everybody' && (
        <p className={cx(layout['muted'], layout['small'])}>{t('discussionModeration.approval.memberAll')}</p>
      )}
      {hold.error !== null && <Problem error={hold.error} />}
    </div>
  );
}
