import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QUESTIONNAIRE_ITEMS_MAX } from '../../../../../server/src/contracts/limits.ts';
import {
  findItemFaults,
  type Item,
  type ItemFault,
  type ItemKind,
  possibleConditions,
} from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Select } from '../../../ui/Select.tsx';
import { SortableList } from '../../../ui/SortableList.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { ITEM_KINDS, newItem, withItem, withoutItem } from '../builder-form.ts';
import { InsertDialog } from './InsertDialog.tsx';
import { ItemEditor } from './ItemEditor.tsx';
import { KeepDialog } from './KeepDialog.tsx';
import styles from './Questionnaire.module.css';

interface ItemsEditorProps {
  readonly items: Item[];
  readonly faults: ReadonlyMap<string, ItemFault>;
  readonly onChange: (change: (items: Item[]) => Item[]) => void;
  /** A question was to be used that does not fit yet. */
  readonly onFaulty: () => void;
}

/** The questions: added, put in order, removed with undo. */
export function ItemsEditor({ items, faults, onChange, onFaulty }: ItemsEditorProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ItemKind>('oneChoice');
  const [kept, setKept] = useState<Item | null>(null);
  const [isInserting, setIsInserting] = useState(false);
  const isFull = items.length >= QUESTIONNAIRE_ITEMS_MAX;
  const nameOf = ({ text }: Item, index: number) =>
    text === '' ? t('questionnaire.build.untitled', { n: index + 1 }) : text;

  function remove(item: Item, index: number): void {
    const before = items;
    onChange((now) => withoutItem(now, item.id));
    showToast({
      text: t('questionnaire.build.removed', { question: nameOf(item, index) }),
      undo: () => onChange((now) => withItem(now, item, index, before)),
    });
  }

  function keep(item: Item): void {
    // What does not fit yet is shown where it stands instead.
    if (findItemFaults([{ ...item, showIf: null }]).size > 0) onFaulty();
    else setKept(item);
  }

  function insert(found: Item[]): void {
    onChange((now) => [...now, ...found]);
    announce(t('questionBank.inserted', { count: found.length }));
  }

  return (
    <section className={cx(layout['stack'])} aria-labelledby="questions">
      <h2 id="questions">{t('questionnaire.build.questions')}</h2>
      {items.length > 1 && (
        <SortableList
          label={t('questionnaire.build.order')}
          items={items.map((item, index) => ({
            id: item.id,
            title: nameOf(item, index),
            note: t(`questionnaire.kinds.${item.kind}`),
          }))}
          onSort={(ids) => onChange((now) => now.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)))}
        />
      )}
      <ol className={cx(styles['items'])}>
        {items.map((item, index) => (
          <ItemEditor
            key={item.id}
            item={item}
            n={index + 1}
            conditions={possibleConditions(items, index)}
            fault={faults.get(item.id)}
            onChange={(changed) =>
              onChange((now) => now.map((one) => (one.id === changed.id ? changed : one)))
            }
            onRemove={() => remove(item, index)}
            onKeep={() => keep(item)}
          />
        ))}
      </ol>
      <Select
        label={t('questionnaire.build.kind')}
        choices={ITEM_KINDS.map((id) => ({ id, text: t(`questionnaire.kinds.${id}`) }))}
        value={kind}
        onChange={setKind}
      />
      <div className={cx(layout['row'])}>
        <Button isDisabled={isFull} onPress={() => onChange((now) => [...now, newItem(kind)])}>
          {t('questionnaire.build.add')}
        </Button>
        <Button isDisabled={isFull} onPress={() => setIsInserting(true)}>
          {t('questionBank.insert')}
        </Button>
      </div>
      {kept !== null && <KeepDialog item={kept} onClose={() => setKept(null)} />}
      {isInserting && (
        <InsertDialog
          room={QUESTIONNAIRE_ITEMS_MAX - items.length}
          onInsert={insert}
          onClose={() => setIsInserting(false)}
        />
      )}
    </section>
  );
}
