import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  JOURNEY_DAYS_MAX,
  JOURNEY_STEPS_MAX,
  TITLE_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Journey, type Template, useSaveJourney } from '../api.ts';
import styles from './Journey.module.css';

type Step = Journey['steps'][number];

interface JourneyFormProps {
  readonly journeyId: string;
  /** Null: a new one. */
  readonly journey: Journey | null;
  readonly templates: readonly Template[];
}

const isDay = (days: number): boolean => Number.isInteger(days) && days >= 0 && days <= JOURNEY_DAYS_MAX;

/** Name and steps of a journey. */
export function JourneyForm({ journeyId, journey, templates }: JourneyFormProps) {
  const { t } = useTranslation();
  const save = useSaveJourney(journeyId);
  const [name, setName] = useState(journey?.name ?? '');
  const [steps, setSteps] = useState<Step[]>(journey?.steps ?? []);
  const [wasTried, setWasTried] = useState(false);
  const isNamed = name.trim() !== '' && name.length <= TITLE_MAX;
  const isRight = isNamed && steps.length > 0 && steps.every(({ afterDays }) => isDay(afterDays));

  function add(): void {
    const templateId = templates[0]?.id ?? '';
    const last = steps.at(-1);
    setSteps([...steps, { id: newId(), templateId, afterDays: last ? last.afterDays + 7 : 0 }]);
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setWasTried(true);
    if (!isRight) return announce(t('journeys.wrong'));
    save.mutate(
      {
        name,
        // Steps are in the order of their days.
        steps: steps.toSorted((a, b) => a.afterDays - b.afterDays),
        expectedRevision: journey?.revision ?? 0,
      },
      { onSuccess: () => showToast({ text: t('templates.saved', { name }) }) },
    );
  }

  return (
    <form noValidate onSubmit={submit} className={cx(layout['stack'])} aria-labelledby="parts">
      <h2 id="parts">{t('journeys.parts')}</h2>
      <TextField
        label={t('journeys.name')}
        value={name}
        error={wasTried && !isNamed ? t('templates.nameWrong', { max: TITLE_MAX }) : undefined}
        onChange={setName}
      />
      <ol className={cx(styles['steps'])}>
        {steps.map((step, index) => (
          <StepFields
            key={step.id}
            step={step}
            n={index + 1}
            templates={templates}
            onChange={(changed) => setSteps(steps.map((one) => (one.id === step.id ? changed : one)))}
            onRemove={() => setSteps(steps.filter(({ id }) => id !== step.id))}
          />
        ))}
      </ol>
      {wasTried && steps.length === 0 && <p role="alert">{t('journeys.noSteps')}</p>}
      {save.error !== null && <Problem error={save.error} />}
      <div className={cx(layout['row'])}>
        <Button isDisabled={steps.length >= JOURNEY_STEPS_MAX || templates.length === 0} onPress={add}>
          {t('journeys.addStep')}
        </Button>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('journeys.save')}
        </Button>
      </div>
    </form>
  );
}

interface StepFieldsProps {
  readonly step: Step;
  readonly n: number;
  readonly templates: readonly Template[];
  readonly onChange: (step: Step) => void;
  readonly onRemove: () => void;
}

function StepFields({ step, n, templates, onChange, onRemove }: StepFieldsProps) {
  const { t } = useTranslation();
  const isKnown = templates.some(({ id }) => id === step.templateId);
  return (
    <li className={cx(layout['card'], styles['step'])}>
      <Select
        label={t('journeys.template', { n })}
        choices={[
          ...templates.map(({ id, name }) => ({ id, text: name })),
          // A journey goes on with what it was made of.
          ...(isKnown ? [] : [{ id: step.templateId, text: t('journeys.goneTemplate') }]),
        ]}
        value={step.templateId}
        onChange={(templateId) => onChange({ ...step, templateId })}
      />
      <NumberField
        label={t('journeys.day', { n })}
        shortLabel={t('journeys.dayShort')}
        minValue={0}
        maxValue={JOURNEY_DAYS_MAX}
        value={step.afterDays}
        error={isDay(step.afterDays) ? undefined : t('journeys.dayWrong', { max: JOURNEY_DAYS_MAX })}
        onChange={(afterDays) => onChange({ ...step, afterDays })}
      />
      <Button variant="quiet" aria-label={t('journeys.removeStep', { n })} onPress={onRemove}>
        {t('templates.remove')}
      </Button>
    </li>
  );
}
