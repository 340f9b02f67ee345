import type { TFunction } from 'i18next';
import { type FocusEvent, type SyntheticEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INSTRUCTIONS_MAX, REVIEWS_PER_LEARNER_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { useImageUpload } from '../../../ui/files/use-image-upload.ts';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Settings } from '../api.ts';
import { instructionsItem } from '../work-api.ts';
import type { Invalid } from '../invalid.ts';
import { reviewsTogether } from '../authors-form.ts';
import { findInvalid, type SettingsForm as Form, toSettings } from '../settings-form.ts';
import { AnonymityFields } from './AnonymityFields.tsx';
import { AuthorsFields } from './AuthorsFields.tsx';
import { ComparisonFields } from './ComparisonFields.tsx';
import { CriteriaEditor } from './CriteriaEditor.tsx';
import { GivenOutFields } from './GivenOutFields.tsx';
import { HandInKinds } from './HandInKinds.tsx';
import { GradingFields, HandInFields } from './GradingFields.tsx';
import { OptionalFields } from './OptionalFields.tsx';
import { StarterPicker } from './StarterPicker.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';

interface SettingsFormProps {
  /** The activity, or the id that a new one will have: its images are uploaded for it. */
  readonly activityId: string;
  readonly initial: Form;
  /** The course leads the date for handing in. */
  readonly isLedByCourse?: boolean;
  readonly submitLabel: string;
  readonly busyLabel: string;
  readonly isPending: boolean;
  /** Why the last try to save failed. */
  readonly error: unknown;
  readonly onSubmit: (settings: Settings) => void;
  /** A new one can start from what suits its kind of work. */
  readonly canStartFrom?: boolean;
  /** More buttons beside the one that saves. */
  readonly actions?: ReactNode;
}

/** Everything about a peer review on one page; says what is wrong beside each field. */
export function SettingsForm(props: SettingsFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [form, setForm] = useState(props.initial);
  const uploadImage = useImageUpload(instructionsItem(props.activityId));
  const { invalid, markLeft, reveal } = useInvalidFields(form);
  const element = useRef<HTMLFormElement>(null);
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const errorOf = (field: string) => invalidText(invalid[field], t);

  const each = useEach(form);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const count = reveal();
    if (count === 0) return props.onSubmit(toSettings(form));
    announce(t('common.formErrors', { count }));
    focusFirstInvalid(element);
  }

  return (
    <form ref={element} noValidate onSubmit={submit} onBlur={markLeft} className={cx(layout['form'])}>
      {props.canStartFrom === true && <StarterPicker general={props.initial} onChoose={change} />}
      <section className={cx(layout['stack'])} aria-labelledby="basics">
        <h2 id="basics">{t('peerReview.setUp.basics')}</h2>
        <div data-field="title">
          <TextField
            label={t('peerReview.setUp.fields.title')}
            value={form.title}
            error={errorOf('title')}
            onChange={(title) => change({ title })}
          />
        </div>
        <div data-field="instructions">
          <RichTextEditor
            label={t('peerReview.setUp.fields.instructions')}
            hint={t('peerReview.setUp.hints.instructions')}
            isOptional
            rows={4}
            max={INSTRUCTIONS_MAX}
            uploadImage={uploadImage}
            value={form.instructions}
            error={errorOf('instructions')}
            onChange={(instructions) => change({ instructions })}
          />
        </div>
        <HandInKinds form={form} errorOf={errorOf} onChange={change} />
        <div data-field="points">
          <NumberField
            label={t('peerReview.setUp.fields.points')}
            hint={t('peerReview.setUp.hints.points')}
            minValue={0}
            value={form.points}
            error={errorOf('points')}
            onChange={(points) => change({ points })}
          />
        </div>
      </section>
      <section className={cx(layout['stack'])} aria-labelledby="dates">
        <h2 id="dates">{t('peerReview.setUp.dates')}</h2>
        <HandInFields
          form={form}
          errorOf={errorOf}
          onChange={change}
          isLedByCourse={props.isLedByCourse === true}
        />
        <p className={cx(layout['muted'], layout['small'])}>{t('common.timeZone', { zone: format.zone })}</p>
        <ComparisonFields form={form} errorOf={errorOf} onChange={change} />
        <div data-field="reviewsPerLearner">
          <NumberField
            label={each.label}
            hint={each.hint}
            minValue={1}
            maxValue={REVIEWS_PER_LEARNER_MAX}
            value={form.reviewsPerLearner}
            error={errorOf('reviewsPerLearner')}
            onChange={(reviewsPerLearner) => change({ reviewsPerLearner })}
          />
        </div>
        <GivenOutFields form={form} errorOf={errorOf} onChange={change} />
        <AuthorsFields form={form} errorOf={errorOf} onChange={change} />
        <AnonymityFields
          value={form.anonymity}
          showsAuthors={form.isLive}
          onChange={(anonymity) => change({ anonymity })}
        />
      </section>
      <CriteriaEditor
        title={t('peerReview.setUp.rubric')}
        criteria={form.criteria}
        errorOf={errorOf}
        onChange={(criteria) => change({ criteria })}
      />
      <SettingSwitch
        label={t('rubric.coach.setUp')}
        hint={t('rubric.coach.setUpHint')}
        isOn={form.feedbackCoach}
        onChange={(feedbackCoach) => change({ feedbackCoach })}
      />
      {!form.compares && (
        <>
          <SettingSwitch
            label={t('inline.setUp')}
            hint={t('inline.setUpHint')}
            isOn={form.inlineComments}
            onChange={(inlineComments) => change({ inlineComments })}
          />
          <SettingSwitch
            label={t('staffView.time.setUp')}
            hint={t('staffView.time.setUpHint')}
            isOn={form.measuresTime}
            onChange={(measuresTime) => change({ measuresTime })}
          />
          <OptionalFields form={form} errorOf={errorOf} onChange={change} />
        </>
      )}
      <GradingFields form={form} errorOf={errorOf} onChange={change} />
      {props.error !== null && <Problem error={props.error} />}
      <div className={cx(layout['row'])}>
        <Button type="submit" variant="primary" isPending={props.isPending}>
          {props.isPending ? props.busyLabel : props.submitLabel}
        </Button>
        {props.actions}
      </div>
    </form>
  );
}

/** What to show as invalid: a field once one has left it, every field once one has tried to save. */
function useInvalidFields(form: Form) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [showsAll, setShowsAll] = useState(false);
  const all = findInvalid(form);
  return {
    invalid: showsAll ? all : Object.fromEntries(Object.entries(all).filter(([field]) => left.has(field))),
    markLeft(event: FocusEvent<HTMLElement>): void {
      const field = event.target.closest<HTMLElement>('[data-field]')?.dataset['field'];
      if (field !== undefined) setLeft((before) => new Set(before).add(field));
    },
    reveal(): number {
      setShowsAll(true);
      return Object.keys(all).length;
    },
  };
}

export function invalidText(invalid: Invalid | undefined, t: TFunction): string | undefined {
  if (invalid === undefined) return undefined;
  return 'max' in invalid
    ? t(`peerReview.setUp.invalid.${invalid.because}`, { max: invalid.max })
    : t(`peerReview.setUp.invalid.${invalid.because}`);
}

/** What is true of how many works each reviews, and how many reviews each gets. */
function useEach(form: Form) {
  const { t } = useTranslation();
  if (form.compares) {
    const hint = form.authors.kind === 'groups' ? 'eachOfGroupHint' : 'eachHint';
    return { label: t('comparative.setUp.each'), hint: t(`comparative.setUp.${hint}`) };
  }
  if (reviewsTogether(form))
    return { label: t('groupAuthors.reviewers.each'), hint: t('groupAuthors.reviewers.eachHint') };
  return form.authors.kind === 'groups'
    ? { label: t('groupAuthors.members.each'), hint: t('groupAuthors.members.eachHint') }
    : { label: t('peerReview.setUp.alone.each'), hint: t('peerReview.setUp.alone.eachHint') };
}
