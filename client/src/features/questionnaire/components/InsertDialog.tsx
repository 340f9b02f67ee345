import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { newId } from '../../../app/new-id.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type BankItem, EVERYTHING, useBank } from '../bank-api.ts';
import { BankItemNotes } from './BankItemNotes.tsx';
import { BankSearch } from './BankSearch.tsx';

interface InsertDialogProps {
  /** How many more there is room for. */
  readonly room: number;
  readonly onInsert: (items: Item[]) => void;
  readonly onClose: () => void;
}

/** Takes questions of the bank over into a questionnaire, where they are its own from then on. */
export function InsertDialog({ room, onInsert, onClose }: InsertDialogProps) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(EVERYTHING);
  // They stay chosen while one looks for others.
  const [chosen, setChosen] = useState<readonly BankItem[]>([]);
  const query = useBank(filter);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const isChosen = ({ id }: BankItem) => chosen.some((one) => one.id === id);
  const insert = () => {
    onInsert(chosen.map(({ item }) => ({ ...item, id: newId() })));
    onClose();
  };
  return (
    <Dialog
      title={t('questionBank.insert')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={chosen.length === 0} onPress={insert}>
            {t('questionBank.insertChosen')}
          </Button>
        </>
      }
    >
      <BankSearch filter={filter} onChange={setFilter} />
      {query.isPending && <Skeleton />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <p role="status">{t('questionBank.nothing')}</p>}
      <ul className={cx(layout['plainList'], layout['stack'], layout['tight'])}>
        {rows.map((row) => (
          <li key={row.id}>
            <Checkbox
              isChecked={isChosen(row)}
              isDisabled={!isChosen(row) && chosen.length >= room}
              onChange={(is) =>
                setChosen((before) => [...before.filter(({ id }) => id !== row.id), ...(is ? [row] : [])])
              }
            >
              {row.item.text}
            </Checkbox>
            <BankItemNotes item={row.item} tags={row.tags} />
          </li>
        ))}
      </ul>
      <LoadMore query={query} />
    </Dialog>
  );
}
