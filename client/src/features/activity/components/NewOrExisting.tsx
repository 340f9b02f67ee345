import { type SyntheticEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEEP_LINKING_ITEMS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { loadGroupWorkTexts, withTexts } from '../../../i18n/index.ts';
import layout from '../../../ui/layout.module.css';
import { makePart } from '../../../ui/part.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { SettingsForm as DiscussionForm } from '../../discussion/components/SettingsForm.tsx';
import { newSettings } from '../../discussion/new-settings.ts';
import { saveDiscussion } from '../../discussion/settings-api.ts';
import { saveGroupWork } from '../../group-work/settings-api.ts';
import type { NewProjectProps } from '../../group-work/components/NewProject.tsx';
import type { Settings } from '../../peer-review/api.ts';
import { savePeerReview } from '../../peer-review/staff-api.ts';
import { SettingsForm } from '../../peer-review/components/SettingsForm.tsx';
import { newForm } from '../../peer-review/new-form.ts';
import { useApi } from '../../../app/context.ts';
import { ActivityPicker } from './ActivityPicker.tsx';

const NewProject = makePart<NewProjectProps>(
  withTexts(() => import('../../group-work/components/NewProject.tsx'), loadGroupWorkTexts),
  () => <Skeleton />,
);

interface NewOrExistingProps {
  readonly suggestedTitle: string;
  readonly acceptsMany: boolean;
  readonly labels: { create: string; creating: string; use: string; using: string };
  readonly isPending: boolean;
  readonly error: unknown;
  /** Uses these activities; `create` first makes the new one, and may be repeated. */
  readonly onDone: (activityIds: string[], create?: () => Promise<unknown>) => void;
  readonly actions?: ReactNode;
  /** More to fill in, for the new one and for those that are there. */
  readonly more?: ReactNode;
}

/** Creates an activity or picks from those of the course. */
export function NewOrExisting(props: NewOrExistingProps) {
  const { t } = useTranslation();
  const api = useApi();
  const [mode, setMode] = useState<'new' | 'existing'>('new');
  // One id for all tries, so that a try whose answer was lost creates nothing twice.
  const [activityId] = useState(newId);
  const [kind, setKind] = useState<'peerReview' | 'discussion' | 'groupWork'>('peerReview');
  const [isDraft, setIsDraft] = useState(false);
  const [initial] = useState(() => newForm(props.suggestedTitle, t));
  const state = isDraft ? 'draft' : 'published';
  const create = (settings: Settings) =>
    props.onDone([activityId], () => savePeerReview(api, activityId, settings, 0, state));
  const shared = {
    submitLabel: props.labels.create,
    busyLabel: props.labels.creating,
    isPending: props.isPending,
    error: mode === 'new' ? props.error : null,
    actions: props.actions,
  };
  return (
    <>
      <RadioGroup
        label={t('peerReview.setUp.modes')}
        hidesLabel
        look="segments"
        choices={[
          { id: 'new', text: t('peerReview.setUp.modeNew') },
          { id: 'existing', text: t('peerReview.setUp.modeExisting') },
        ]}
        value={mode}
        onChange={setMode}
      />
      {props.more}
      {/* Hidden, not removed: what one has typed is still there after a look at the other side. */}
      <div hidden={mode !== 'new'}>
        <div className={cx(layout['stack'])}>
          <RadioGroup
            label={t('discussion.kinds.label')}
            value={kind}
            onChange={setKind}
            choices={[
              {
                id: 'peerReview',
                text: t('discussion.kinds.peerReview'),
                hint: t('discussion.kinds.peerReviewHint'),
              },
              {
                id: 'discussion',
                text: t('discussion.kinds.discussion'),
                hint: t('discussion.kinds.discussionHint'),
              },
              {
                id: 'groupWork',
                text: t('discussion.kinds.groupWork'),
                hint: t('discussion.kinds.groupWorkHint'),
              },
            ]}
          />
          <Checkbox isChecked={isDraft} onChange={setIsDraft}>
            {t('publication.begin')}
          </Checkbox>
          <div hidden={kind !== 'peerReview'}>
            <SettingsForm
              activityId={activityId}
              initial={initial}
              canStartFrom
              onSubmit={create}
              {...shared}
            />
          </div>
          {kind === 'groupWork' && (
            <NewProject
              suggestedTitle={props.suggestedTitle}
              onSubmit={(settings) =>
                props.onDone([activityId], () => saveGroupWork(api, activityId, settings, 0, state))
              }
              {...shared}
            />
          )}
          {kind === 'discussion' && (
            <DiscussionForm
              activityId={activityId}
              initial={newSettings(props.suggestedTitle || t('discussion.setUp.defaultTitle'))}
              onSubmit={(settings) =>
                props.onDone([activityId], () => saveDiscussion(api, activityId, settings, 0, state))
              }
              {...shared}
            />
          )}
        </div>
      </div>
      {mode === 'existing' && <ExistingForm {...props} />}
    </>
  );
}

function ExistingForm({ acceptsMany, labels, isPending, error, onDone, actions }: NewOrExistingProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string[]>([]);
  const [wasTried, setWasTried] = useState(false);
  const max = acceptsMany ? DEEP_LINKING_ITEMS_MAX : 1;
  function problem(): string | null {
    if (chosen.length === 0) return t('peerReview.setUp.pick.required');
    return chosen.length > max ? t('launch.choose.tooMany', { count: max }) : null;
  }
  const wrong = problem();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (wrong === null) return onDone(chosen);
    setWasTried(true);
    announce(wrong);
  };
  return (
    <form onSubmit={submit} className={cx(layout['stack'])}>
      <ActivityPicker
        chosen={chosen}
        acceptsMany={acceptsMany}
        error={wasTried && wrong !== null ? wrong : undefined}
        onChange={setChosen}
      />
      {error !== null && <Problem error={error} />}
      <div className={cx(layout['row'])}>
        <Button type="submit" variant="primary" isPending={isPending}>
          {isPending ? labels.using : labels.use}
        </Button>
        {actions}
      </div>
    </form>
  );
}
