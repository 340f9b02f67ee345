import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { useLiveModeration } from '../moderation-api.ts';

interface ModerationLinkProps {
  readonly activityId: string;
  /** Posts that wait until staff approve them. */
  readonly waiting: number;
}

/** For staff: leads to what they moderate, and says as soon as something waits for them there. */
export function ModerationLink({ activityId, waiting }: ModerationLinkProps) {
  const { t } = useTranslation();
  useLiveModeration(activityId);
  return (
    <span className={cx(layout['row'], layout['snug'])}>
      <Link to={`/discussions/${activityId}/moderation`}>{t('discussionModeration.page.title')}</Link>
      {waiting > 0 && (
        <Badge tone="info">{t('discussionModeration.approval.listed', { count: waiting })}</Badge>
      )}
    </span>
  );
}
