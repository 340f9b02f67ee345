import { useTranslation } from 'react-i18next';
import { isKeyed } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { BankItem } from '../bank-api.ts';

/** What a question of the bank is besides its words: its kind, whether it is scored, its tags. */
export function BankItemNotes({ item, tags }: Pick<BankItem, 'item' | 'tags'>) {
  const { t } = useTranslation();
  return (
    <span className={cx(layout['row'], layout['snug'])}>
      <span className={cx(layout['muted'], layout['small'])}>{t(`questionnaire.kinds.${item.kind}`)}</span>
      {isKeyed(item) && <Badge tone="good">{t('questionBank.scored')}</Badge>}
      {tags.map((tag) => (
        <Badge key={tag} tone="neutral">
          {tag}
        </Badge>
      ))}
    </span>
  );
}
