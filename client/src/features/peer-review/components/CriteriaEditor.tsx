import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CRITERIA_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import type { Criterion } from '../api.ts';
import { moved } from '../settings-form.ts';
import styles from './SettingsForm.module.css';

interface CriteriaEditorProps {
  readonly criteria: Criterion[];
  readonly maxPoints: number;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (criteria: Criterion[]) => void;
}

interface Removed {
  readonly criterion: Criterion;
  readonly index: number;
}

/** The rubric's criteria: added, removed with undo, put in order by buttons. */
export function CriteriaEditor({ criteria, maxPoints, errorOf, onChange }: CriteriaEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const focusNext = useFocusAfterRender();
  const total = criteria.reduce((sum, { points }) => sum + (points > 0 ? points : 0), 0);

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

  return (
    <section className={cx(layout['stack'])} aria-labelledby="rubric">
      <h2 id="rubric">{t('peerReview.setUp.rubric')}</h2>
      <ol className={cx(styles['criteria'])}>
        {criteria.map((criterion, index) => (
          <CriterionFields
            key={criterion.id}
            criterion={criterion}
            n={index + 1}
            isLast={index === criteria.length - 1}
            maxPoints={maxPoints}
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
        <span className={cx(layout['muted'])}>
          {t('peerReview.setUp.criterion.total', { points: format.number(total) })}
        </span>
      </div>
    </section>
  );
}

interface CriterionFieldsProps {
  readonly criterion: Criterion;
  /** Its place, from 1. */
  readonly n: number;
  readonly isLast: boolean;
  readonly maxPoints: number;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (criterion: Criterion) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function CriterionFields(props: CriterionFieldsProps) {
  const { criterion, n, errorOf, onChange } = props;
  const { id } = criterion;
  const { t } = useTranslation();
  return (
    <li className={cx(styles['criterion'])}>
      <div className={cx(styles['head'])}>
        <h3>{t('peerReview.setUp.criterion.legend', { n })}</h3>
        <div className={cx(styles['tools'])}>
          <Button
            variant="quiet"
            id={`${id}-up`}
            isDisabled={n === 1}
            aria-label={t('peerReview.setUp.criterion.up', { n })}
            onPress={() => props.onMove(-1)}
          >
            {t('peerReview.setUp.criterion.upShort')}
          </Button>
          <Button
            variant="quiet"
            id={`${id}-down`}
            isDisabled={props.isLast}
            aria-label={t('peerReview.setUp.criterion.down', { n })}
            onPress={() => props.onMove(1)}
          >
            {t('peerReview.setUp.criterion.downShort')}
          </Button>
          <Button
            variant="quiet"
            id={`${id}-remove`}
            aria-label={t('peerReview.setUp.criterion.remove', { n })}
            onPress={props.onRemove}
          >
            {t('peerReview.setUp.criterion.removeShort')}
          </Button>
        </div>
      </div>
      <div className={cx(styles['fields'])}>
        <div data-field={`${id}.title`}>
          <TextField
            label={t('peerReview.setUp.criterion.title', { n })}
            shortLabel={t('peerReview.setUp.criterion.titleShort')}
            value={criterion.title}
            error={errorOf(`${id}.title`)}
            onChange={(title) => onChange({ ...criterion, title })}
          />
        </div>
        <div data-field={`${id}.points`}>
          <NumberField
            label={t('peerReview.setUp.criterion.points', { n })}
            shortLabel={t('peerReview.setUp.criterion.pointsShort')}
            minValue={0}
            maxValue={props.maxPoints}
            value={criterion.points}
            error={errorOf(`${id}.points`)}
            onChange={(points) => onChange({ ...criterion, points })}
          />
        </div>
        <div data-field={`${id}.description`} className={cx(styles['wide'])}>
          <TextArea
            label={t('peerReview.setUp.criterion.description', { n })}
            shortLabel={t('peerReview.setUp.criterion.descriptionShort')}
            isOptional
            rows={2}
            value={criterion.description}
            error={errorOf(`${id}.description`)}
            onChange={(description) => onChange({ ...criterion, description })}
          />
        </div>
      </div>
    </li>
  );
}

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
