import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QUESTIONNAIRE_ITEMS_MAX } from '../../../../../server/src/contracts/limits.ts';
import {
  type Item,
  type ItemFault,
  type ItemKind,
  possibleConditions,
} from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Select } from '../../../ui/Select.tsx';
import { SortableList } from '../../../ui/SortableList.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { ITEM_KINDS, newItem, withItem, withoutItem } from '../builder-form.ts';
import { ItemEditor } from './ItemEditor.tsx';
import styles from './Questionnaire.module.css';

interface ItemsEditorProps {
  readonly items: Item[];
  readonly faults: ReadonlyMap<string, ItemFault>;
  readonly onChange: (change: (items: Item[]) => Item[]) => void;
}

/** The questions: added, put in order, removed with undo. */
export function ItemsEditor({ items, faults, onChange }: ItemsEditorProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ItemKind>('oneChoice');
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
          />
        ))}
      </ol>
      <Select
        label={t('questionnaire.build.kind')}
        choices={ITEM_KINDS.map((id) => ({ id, text: t(`questionnaire.kinds.${id}`) }))}
        value={kind}
        onChange={setKind}
      />
      <div>
        <Button
          isDisabled={items.length >= QUESTIONNAIRE_ITEMS_MAX}
          onPress={() => onChange((now) => [...now, newItem(kind)])}
        >
          {t('questionnaire.build.add')}
        </Button>
      </div>
    </section>
  );
}
