import { useTranslation } from 'react-i18next';
import {
  QUESTIONNAIRE_DRAWS_MAX,
  QUESTIONNAIRE_ITEMS_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import type { Draw } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { newId } from '../../../app/new-id.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { EVERYTHING, useBank } from '../bank-api.ts';
import styles from './Questionnaire.module.css';

interface DrawsEditorProps {
  readonly draws: readonly Draw[];
  readonly onChange: (draws: Draw[]) => void;
}

/** What each person is asked besides, drawn from the bank. */
export function DrawsEditor({ draws, onChange }: DrawsEditorProps) {
  const { t } = useTranslation();
  const tags = useBank(EVERYTHING).data?.pages[0]?.tags ?? [];
  const [first] = tags;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="draws">
      <h2 id="draws">{t('questionBank.draws.title')}</h2>
      <p className={cx(layout['muted'])}>{t('questionBank.draws.intro')}</p>
      <ol className={cx(styles['items'])}>
        {draws.map((draw, index) => (
          <DrawFields
            key={draw.id}
            draw={draw}
            n={index + 1}
            tags={tags}
            onChange={(changed) => onChange(draws.map((one) => (one.id === changed.id ? changed : one)))}
            onRemove={() => onChange(draws.filter(({ id }) => id !== draw.id))}
          />
        ))}
      </ol>
      {first === undefined ? (
        <p>{t('questionBank.draws.none')}</p>
      ) : (
        <div>
          <Button
            isDisabled={draws.length >= QUESTIONNAIRE_DRAWS_MAX}
            onPress={() => onChange([...draws, { id: newId(), tag: first.tag, count: 1 }])}
          >
            {t('questionBank.draws.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface DrawFieldsProps {
  readonly draw: Draw;
  /** Its place, from 1. */
  readonly n: number;
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  readonly onChange: (draw: Draw) => void;
  readonly onRemove: () => void;
}

function DrawFields({ draw, n, tags, onChange, onRemove }: DrawFieldsProps) {
  const { t } = useTranslation();
  const { tag, count } = draw;
  // A tag that no question has any more stays to be seen.
  const all = tags.some((one) => one.tag === tag) ? tags : [{ tag, count: 0 }, ...tags];
  const available = all.find((one) => one.tag === tag)?.count ?? 0;
  return (
    <li className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <div className={cx(styles['pair'])}>
        <Select
          label={t('questionBank.draws.tag', { n })}
          shortLabel={t('questionBank.tag')}
          choices={all.map((one) => ({
            id: one.tag,
            text: t('questionBank.tagOf', { tag: one.tag, n: one.count }),
          }))}
          value={tag}
          onChange={(chosen) => onChange({ ...draw, tag: chosen })}
        />
        <NumberField
          label={t('questionBank.draws.count', { n })}
          shortLabel={t('questionBank.draws.countShort')}
          minValue={1}
          maxValue={QUESTIONNAIRE_ITEMS_MAX}
          value={count}
          error={available < count ? t('questionBank.draws.few') : undefined}
          onChange={(value) => onChange({ ...draw, count: Number.isNaN(value) ? 1 : Math.round(value) })}
        />
      </div>
      <div>
        <Button variant="quiet" aria-label={t('questionBank.draws.remove', { n })} onPress={onRemove}>
          {t('questionBank.remove')}
        </Button>
      </div>
    </li>
  );
}
