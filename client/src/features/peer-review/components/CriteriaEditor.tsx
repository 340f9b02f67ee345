import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CRITERIA_MAX } from '../../../../../server/src/contracts/limits.ts';
import { maximumOf, weightOf } from '../../../../../server/src/contracts/rubric-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { makePart, Nothing } from '../../../ui/part.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { Criterion } from '../api.ts';
import { criteriaChecks, toCriterion } from '../criteria-form.ts';
import { moved } from '../moved.ts';
import { CriterionFields } from './CriterionFields.tsx';
import styles from './SettingsForm.module.css';

const RubricLibrary = makePart(() => import('../../rubric-library/components/RubricLibrary.tsx'), Nothing);

interface CriteriaEditorProps {
  readonly title: string;
  readonly criteria: Criterion[];
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (criteria: Criterion[]) => void;
}

interface Removed {
  readonly criterion: Criterion;
  readonly index: number;
}

/** The rubric's criteria: added, removed with undo, put in order by buttons. */
export function CriteriaEditor({ title, criteria, errorOf, onChange }: CriteriaEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [isLibraryOpen, setIsLibraryOpen] = useState(false);
  const focusNext = useFocusAfterRender();
  const total = maximumOf(criteria.filter((criterion) => weightOf(criterion) > 0));

  function move(from: number, to: number): void {
    const id = criteria[from]?.id ?? '';
    onChange(moved(criteria, from, to));
    announce(t('peerReview.setUp.criterion.moved', { n: to + 1, of: criteria.length }));
    // At either end the pressed button is switched off and the focus goes to its neighbour.
    focusNext(to < from ? [`${id}-up`, `${id}-down`] : [`${id}-down`, `${id}-up`]);
  }

  function remove(criterion: Criterion, index: number): void {
    onChange(criteria.filter(({ id }) => id !== criterion.id));
    setRemoved({ criterion, index });
    // The pressed button is gone; undoing is what one may want next.
    focusNext(['undo']);
  }

  function undo({ criterion, index }: Removed): void {
    onChange([...criteria.slice(0, index), criterion, ...criteria.slice(index)]);
    setRemoved(null);
    announce(t('peerReview.setUp.criterion.restored'));
    focusNext([`${criterion.id}-remove`]);
  }

  /** In the place of what is there; that comes back by one press. */
  function take(taken: Criterion[]): void {
    onChange(taken);
    setRemoved(null);
    setIsLibraryOpen(false);
    showToast({ text: t('rubricLibrary.taken'), undo: () => onChange(criteria) });
  }

  return (
    <section className={cx(layout['stack'])} aria-labelledby="rubric">
      <h2 id="rubric">{title}</h2>
      <ol className={cx(styles['criteria'])}>
        {criteria.map((criterion, index) => (
          <CriterionFields
            key={criterion.id}
            criterion={criterion}
            n={index + 1}
            isLast={index === criteria.length - 1}
            errorOf={errorOf}
            onChange={(changed) => onChange(criteria.map((old) => (old.id === changed.id ? changed : old)))}
            onMove={(by) => move(index, index + by)}
            onRemove={() => remove(criterion, index)}
          />
        ))}
      </ol>
      {errorOf('criteria') !== undefined && <p className={cx(styles['error'])}>{errorOf('criteria')}</p>}
      {removed !== null && (
        <Banner
          tone="info"
          role="status"
          actions={
            <Button id="undo" onPress={() => undo(removed)}>
              {t('peerReview.setUp.criterion.undo')}
            </Button>
          }
        >
          {removed.criterion.title === ''
            ? t('peerReview.setUp.criterion.removedUntitled')
            : t('peerReview.setUp.criterion.removed', { title: removed.criterion.title })}
        </Banner>
      )}
      <div className={cx(layout['row'])}>
        <Button
          isDisabled={criteria.length >= CRITERIA_MAX}
          onPress={() => {
            onChange([...criteria, { id: newId(), title: '', description: '', points: 10 }]);
            setRemoved(null);
          }}
        >
          {t('peerReview.setUp.criterion.add')}
        </Button>
        <Button onPress={() => setIsLibraryOpen(true)}>{t('rubricLibrary.open')}</Button>
        <span className={cx(layout['muted'])}>
          {t('peerReview.setUp.criterion.total', { points: format.number(total) })}
        </span>
      </div>
      {isLibraryOpen && (
        <RubricLibrary criteria={savedForm(criteria)} onTake={take} onClose={() => setIsLibraryOpen(false)} />
      )}
    </section>
  );
}

/** The rubric as it would be saved; null while something is wrong with it. */
const savedForm = (criteria: Criterion[]): Criterion[] | null =>
  criteriaChecks(criteria).every(([, invalid]) => invalid === null) ? criteria.map(toCriterion) : null;

/** Puts the focus, after the next render, on the first of these elements that takes it. */
function useFocusAfterRender(): (ids: string[]) => void {
  const wanted = useRef<string[]>([]);
  useEffect(() => {
    for (const id of wanted.current.splice(0)) {
      const element = document.querySelector<HTMLButtonElement>(`#${CSS.escape(id)}`);
      if (element === null || element.disabled) continue;
      element.focus();
      return;
    }
  });
  return (ids) => {
    wanted.current = ids;
  };
}
