import { type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ACTIVITY_POINTS_MAX,
  DISCUSSION_MODES,
  INSTRUCTIONS_MAX,
  REPLY_DEPTH_MAX,
  SLOW_MINUTES_MAX,
  TITLE_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { loadWritingTexts, withTexts } from '../../../i18n/index.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { makePart, Nothing } from '../../../ui/part.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { useImageUpload } from '../../../ui/files/use-image-upload.ts';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Settings } from '../settings-api.ts';
import { ApprovalField } from './ApprovalField.tsx';
import { BlockedWordsField, hasBlockedFault } from './BlockedWordsField.tsx';
import { FacilitationFields, hasFacilitationFault } from './FacilitationFields.tsx';
import { GradingFields, hasGradingFault, savedGrading } from './GradingFields.tsx';
import { hasMilestoneFault, MilestoneFields } from './MilestoneFields.tsx';
import { hasTagFault, TagFields } from './TagFields.tsx';
import { SpacesFields } from './SpacesFields.tsx';

const PromptFilesField = makePart(
  withTexts(() => import('./PromptFilesField.tsx'), loadWritingTexts),
  Nothing,
);
const PromptStarters = makePart(() => import('./PromptStarters.tsx'), Nothing);

interface SettingsFormProps {
  readonly activityId: string;
  readonly initial: Settings;
  /** Somebody has written: in which spaces stays as it is. */
  readonly hasPosts?: boolean;
  /** The course leads the date. */
  readonly isLedByCourse?: boolean;
  readonly submitLabel: string;
  readonly busyLabel: string;
  readonly isPending: boolean;
  /** Why the last try to save failed. */
  readonly error: unknown;
  readonly onSubmit: (settings: Settings) => void;
  /** More buttons beside the one that saves. */
  readonly actions?: ReactNode;
}

/** What is wrong with settings, by field. */
function faultsIn(settings: Settings): Partial<Record<keyof Settings, true>> {
  const { title, prompt, points, depth, milestones, slowMinutes, submissionsCloseAt } = settings;
  const isBetween = (value: number, from: number, to: number) => value >= from && value <= to;
  return {
    ...((title.trim() === '' || title.length > TITLE_MAX) && { title: true }),
    ...(plainTextOf(prompt).length > INSTRUCTIONS_MAX && { prompt: true }),
    ...(!isBetween(points, 0, ACTIVITY_POINTS_MAX) && { points: true }),
    ...(!isBetween(depth, 1, REPLY_DEPTH_MAX) && { depth: true }),
    ...(!(Number.isInteger(slowMinutes) && isBetween(slowMinutes, 0, SLOW_MINUTES_MAX)) && {
      slowMinutes: true,
    }),
    ...(milestones.some((one) => hasMilestoneFault(one, submissionsCloseAt)) && { milestones: true }),
    ...(hasTagFault(settings.tags) && { tags: true }),
    ...(hasBlockedFault(settings.blockedWords) && { blockedWords: true }),
    ...(hasFacilitationFault(settings.facilitation) && { facilitation: true }),
    ...(hasGradingFault(settings) && { grading: true }),
  };
}

/** Everything about a discussion on one page. */
export function SettingsForm(props: SettingsFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [settings, setSettings] = useState(props.initial);
  const [showsFaults, setShowsFaults] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const item = { kind: 'discussion-prompt', id: props.activityId };
  const uploadImage = useImageUpload(item);
  const change = (part: Partial<Settings>) => setSettings((before) => ({ ...before, ...part }));
  const faults = faultsIn(settings);
  const max = {
    title: TITLE_MAX,
    prompt: INSTRUCTIONS_MAX,
    points: ACTIVITY_POINTS_MAX,
    depth: REPLY_DEPTH_MAX,
    slowMinutes: SLOW_MINUTES_MAX,
  };
  const errorOf = (field: keyof typeof max) =>
    showsFaults && faults[field]
      ? t(`discussion.setUp.invalid.${field}`, { max: format.number(max[field]) })
      : undefined;

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const count = Object.keys(faults).length;
    if (count === 0) {
      const grading = savedGrading(settings.grading);
      return props.onSubmit({ ...settings, title: settings.title.trim(), grading });
    }
    setShowsFaults(true);
    announce(t('common.formErrors', { count }));
    focusFirstInvalid(element);
  }

  return (
    <form ref={element} noValidate onSubmit={submit} className={cx(layout['form'])}>
      <TextField
        label={t('discussion.setUp.title')}
        value={settings.title}
        error={errorOf('title')}
        onChange={(title) => change({ title })}
      />
      <RichTextEditor
        label={t('discussion.setUp.prompt')}
        hint={t('discussion.setUp.promptHint')}
        rows={4}
        max={INSTRUCTIONS_MAX}
        uploadImage={uploadImage}
        value={settings.prompt}
        error={errorOf('prompt')}
        onChange={(prompt) => change({ prompt })}
      />
      <PromptFilesField
        item={item}
        files={settings.promptFiles}
        onChange={(changed) =>
          setSettings((before) => ({ ...before, promptFiles: changed(before.promptFiles) }))
        }
      />
      <PromptStarters text={settings.prompt} onChange={(prompt) => change({ prompt })} />
      <RadioGroup
        label={t('discussion.setUp.mode')}
        value={settings.mode}
        onChange={(mode) => change({ mode })}
        choices={DISCUSSION_MODES.map((id) => ({
          id,
          text: t(`discussion.setUp.modes.${id}`),
          hint: t(`discussion.setUp.modeHints.${id}`),
        }))}
      />
      <SpacesFields settings={settings} isFixed={props.hasPosts === true} onChange={change} />
      <NumberField
        label={t('discussion.setUp.depth')}
        hint={t('discussion.setUp.depthHint')}
        minValue={1}
        maxValue={REPLY_DEPTH_MAX}
        value={settings.depth}
        error={errorOf('depth')}
        onChange={(depth) => change({ depth })}
      />
      <NumberField
        label={t('discussion.setUp.slow')}
        hint={t('discussion.setUp.slowHint')}
        minValue={0}
        maxValue={SLOW_MINUTES_MAX}
        value={settings.slowMinutes}
        error={errorOf('slowMinutes')}
        onChange={(slowMinutes) => change({ slowMinutes })}
      />
      <ApprovalField
        isOn={settings.approval.everybody}
        onChange={(everybody) => change({ approval: { ...settings.approval, everybody } })}
      />
      <BlockedWordsField
        words={settings.blockedWords}
        showsFaults={showsFaults}
        onChange={(blockedWords) => change({ blockedWords })}
      />
      <DateTimeField
        label={t('discussion.setUp.closesAt')}
        isOptional
        {...(props.isLedByCourse === true
          ? { hint: t('peerReview.setUp.fields.ledByCourse'), isReadOnly: true }
          : { hint: t('discussion.setUp.closesAtHint', { zone: format.zone }) })}
        value={settings.submissionsCloseAt === null ? '' : toLocalField(settings.submissionsCloseAt)}
        onChange={(local) => change({ submissionsCloseAt: toIso(local) })}
      />
      <NumberField
        label={t('discussion.setUp.points')}
        hint={t('discussion.setUp.pointsHint')}
        minValue={0}
        value={settings.points}
        error={errorOf('points')}
        onChange={(points) => change({ points })}
      />
      <MilestoneFields
        milestones={settings.milestones}
        end={settings.submissionsCloseAt}
        showsFaults={showsFaults}
        onChange={(milestones) => change({ milestones })}
      />
      <GradingFields
        settings={settings}
        showsFaults={showsFaults}
        onChange={(grading) => change({ grading })}
      />
      <TagFields settings={settings} showsFaults={showsFaults} onChange={change} />
      <FacilitationFields
        facilitation={settings.facilitation}
        showsFaults={showsFaults}
        onChange={(facilitation) => change({ facilitation })}
      />
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
