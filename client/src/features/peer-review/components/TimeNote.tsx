import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { useTimeOnTask } from '../use-time-on-task.ts';

export interface TimeNoteProps {
  readonly activityId: string;
  readonly reviewId: string;
}

/** Says that time is measured, and measures it: nothing is measured where nobody is told. */
export default function TimeNote({ activityId, reviewId }: TimeNoteProps) {
  const { t } = useTranslation();
  useTimeOnTask(activityId, reviewId);
  return <p className={cx(layout['muted'], layout['small'])}>{t('promise.time')}</p>;
}
