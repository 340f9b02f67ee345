import { useTranslation } from 'react-i18next';
import { Select } from '../../../ui/Select.tsx';

const ORDERS = ['talk', 'votes'] as const;
export type Order = (typeof ORDERS)[number];

interface AnswerOrderProps {
  readonly order: Order;
  readonly onChange: (order: Order) => void;
}

/** Whether one reads a question with all that was said, or its answers by their votes. */
export function AnswerOrder({ order, onChange }: AnswerOrderProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('discussion.question.order')}
      value={order}
      choices={ORDERS.map((id) => ({ id, text: t(`discussion.question.orders.${id}`) }))}
      onChange={onChange}
    />
  );
}
