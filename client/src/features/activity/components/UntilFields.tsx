import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../app/api-client.ts';
import { useFormat } from '../../../app/context.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { stepName } from '../step-name.ts';
import type { StepName, TimelineStep, Until } from '../timeline-api.ts';

/** Until when steps last, as typed. */
export type TypedUntil = Partial<Record<StepName, string>>;

interface UntilFieldsProps {
  readonly steps: readonly TimelineStep[];
  readonly of: 'learner' | 'group';
  readonly typed: TypedUntil;
  /** The step whose date the server refused, or null. */
  readonly refused: string | null;
  readonly onType: (typed: TypedUntil) => void;
}

/** A date for each step that lasts longer. */
export function UntilFields({ steps, of, typed, refused, onType }: UntilFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return steps.map(({ step, normal, own }) => (
    <DateTimeField
      key={step}
      label={t(of === 'group' ? 'timeline.groups.until' : 'timeline.extension.until', {
        step: stepName(step, t),
      })}
      hint={
        own === normal
          ? t('timeline.extension.normally', { when: format.moment(normal) })
          : t('timeline.extension.present', { when: format.moment(normal), own: format.moment(own) })
      }
      isOptional
      value={typed[step] ?? ''}
      error={refused === step ? t('timeline.extension.tooEarly') : undefined}
      onChange={(value) => onType({ ...typed, [step]: value })}
    />
  ));
}

export const stepRefused = (error: Error | null): string | null =>
  error instanceof ApiError && error.code === 'EXTENSION_TOO_EARLY' ? String(error.details['step']) : null;

/** Moments as the fields show them. */
export const typedOf = (until: Until): TypedUntil =>
  Object.fromEntries(
    Object.entries(until).map(
      ([step, iso]) => [step, iso === undefined ? undefined : toLocalField(iso)] as const,
    ),
  );

export const untilOf = (typed: TypedUntil): Until =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([step, local]) => {
      const iso = local === undefined ? null : toIso(local);
      return iso === null ? [] : [[step, iso] as const];
    }),
  );
