import { type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUP_HAND_INS, INSTRUCTIONS_MAX, TITLE_MAX } from '../../../../../server/src/contracts/limits.ts';
import { emptyRichText, plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { PROJECT_COLUMNS } from '../../../../../server/src/contracts/team-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Settings } from '../settings-api.ts';
import { DiscussionField } from './DiscussionField.tsx';
import { GroupSetField } from './GroupSetField.tsx';
import { hasMilestoneFault, MilestoneFields, savedMilestone } from './MilestoneFields.tsx';
import { hasPlaceFault, PlaceFields } from './PlaceFields.tsx';
import { hasTeamFault, TeamFields } from './TeamFields.tsx';

export const newSettings = (title: string): Settings => ({
  title,
  brief: emptyRichText(),
  groupSetId: null,
  handIn: 'any',
  milestones: [],
  columns: 'total',
  team: {
    charter: null,
    retrospective: null,
    dynamics: false,
    roles: null,
    discussionId: null,
    board: null,
    videoRoom: null,
    jigsaw: null,
    scenarios: null,
  },
});

export interface SettingsFormProps {
  readonly initial: Settings;
  /** A group has begun: the groups stay as they are. */
  readonly hasWorks?: boolean;
  readonly isLedByCourse?: boolean;
  /** Hosts that boards and video rooms may be on, once they are known. */
  readonly outsideHosts?: readonly string[];
  readonly submitLabel: string;
  readonly busyLabel: string;
  readonly isPending: boolean;
  /** Why the last try to save failed. */
  readonly error: unknown;
  readonly onSubmit: (settings: Settings) => void;
  /** More buttons beside the one that saves. */
  readonly actions?: ReactNode;
}

/** Everything about a group project on one page. */
export function SettingsForm(props: SettingsFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [settings, setSettings] = useState(props.initial);
  const [showsFaults, setShowsFaults] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const change = (part: Partial<Settings>) => setSettings((before) => ({ ...before, ...part }));
  const { title, brief, handIn, milestones, columns, team } = settings;
  const isTitleWrong = title.trim() === '' || title.length > TITLE_MAX;
  const isBriefWrong = plainTextOf(brief).length > INSTRUCTIONS_MAX;
  const hosts = props.outsideHosts ?? null;
  const isPlaceWrong = hasPlaceFault(team, props.initial.team, hosts);
  const wrong = [
    isTitleWrong,
    isBriefWrong,
    hasTeamFault(team),
    isPlaceWrong,
    ...milestones.map(hasMilestoneFault),
  ];
  const faults = wrong.filter(Boolean).length;

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (faults === 0)
      return props.onSubmit({ ...settings, title: title.trim(), milestones: milestones.map(savedMilestone) });
    setShowsFaults(true);
    announce(t('common.formErrors', { count: faults }));
    focusFirstInvalid(element);
  }

  return (
    <form ref={element} noValidate onSubmit={submit} className={cx(layout['form'])}>
      <TextField
        label={t('groupWork.setUp.title')}
        value={title}
        error={
          showsFaults && isTitleWrong
            ? t('groupWork.setUp.invalid.title', { max: format.number(TITLE_MAX) })
            : undefined
        }
        onChange={(changed) => change({ title: changed })}
      />
      <RichTextEditor
        label={t('groupWork.setUp.brief')}
        hint={t('groupWork.setUp.briefHint')}
        rows={4}
        max={INSTRUCTIONS_MAX}
        value={brief}
        error={
          showsFaults && isBriefWrong
            ? t('groupWork.setUp.invalid.brief', { max: format.number(INSTRUCTIONS_MAX) })
            : undefined
        }
        onChange={(changed) => change({ brief: changed })}
      />
      <GroupSetField
        groupSetId={settings.groupSetId}
        isFixed={props.hasWorks === true}
        onChange={(groupSetId) => change({ groupSetId })}
      />
      <RadioGroup
        label={t('groupWork.setUp.handIn')}
        value={handIn}
        onChange={(changed) => change({ handIn: changed })}
        choices={GROUP_HAND_INS.map((id) => ({
          id,
          text: t(`groupWork.setUp.handIns.${id}`),
          hint: t(`groupWork.setUp.handInHints.${id}`),
        }))}
      />
      <MilestoneFields
        milestones={milestones}
        hasRoles={team.roles !== null}
        isLedByCourse={props.isLedByCourse === true}
        showsFaults={showsFaults}
        onChange={(changed) => change({ milestones: changed })}
      />
      {/* With one that counts, the total says all; what is chosen stays in sight. */}
      {(columns === 'milestones' || milestones.filter(({ points }) => points > 0).length > 1) && (
        <RadioGroup
          label={t('groupWork.setUp.columns')}
          value={columns}
          onChange={(changed) => change({ columns: changed })}
          choices={PROJECT_COLUMNS.map((id) => ({
            id,
            text: t(`groupWork.setUp.columnWays.${id}`),
            hint: t(`groupWork.setUp.columnHints.${id}`),
          }))}
        />
      )}
      <TeamFields
        team={team}
        showsFaults={showsFaults}
        onChange={(part) => change({ team: { ...team, ...part } })}
      />
      <DiscussionField
        title={title}
        groupSetId={settings.groupSetId}
        discussionId={team.discussionId}
        onChange={(discussionId) => change({ team: { ...team, discussionId } })}
      />
      <PlaceFields
        team={team}
        hosts={hosts}
        showsFaults={showsFaults}
        onChange={(part) => change({ team: { ...team, ...part } })}
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
