import { useTranslation } from 'react-i18next';
import { countOwnWords, type RichText } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { useChecklist } from '../milestones-api.ts';

interface WordCountProps {
  readonly activityId: string;
  readonly kind: 'thread' | 'reply' | 'edit';
  readonly text: RichText;
}

/** How many words one has written of those that the next milestone asks for; nothing where none does. */
export default function WordCount({ activityId, kind, text }: WordCountProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useChecklist(activityId);
  const words = countOwnWords(text);
  const asked = (data?.items ?? []).filter(
    (one) => !one.met && !one.isOver && (kind === 'edit' || one.kind === 'any' || one.kind === kind),
  );
  const min = Math.max(0, ...asked.map((one) => one.words));
  if (min === 0) return null;
  const n = format.number(words);
  return (
    <p className={cx(layout['row'], layout['snug'], layout['muted'], layout['small'])}>
      <span>{t('expectations.writtenOf', { n, min: format.number(min) })}</span>
      {words >= min && <Badge tone="good">{t('expectations.enough')}</Badge>}
    </p>
  );
}
