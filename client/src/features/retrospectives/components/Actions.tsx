import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTION_TEXT_MAX } from '../../../../../server/src/contracts/team-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { useNow } from '../../../app/use-now.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { type Place, type Retrospective, type TeamAction, useSaveAction } from '../api.ts';

const WEEK_MS = 7 * 86_400_000;

interface ActionsProps {
  readonly place: Place & { readonly n: number };
  readonly retrospective: Retrospective;
}

/** Who does what until when: from this milestone, and what is still open from others. */
export function Actions({ place, retrospective }: ActionsProps) {
  const { t } = useTranslation();
  const { actions, can } = retrospective;
  return (
    <section aria-labelledby="actions" className={cx(layout['stack'], layout['tight'], layout['measure'])}>
      <h2 id="actions">{t('retrospective.actions.title')}</h2>
      {actions.length === 0 && <p className={cx(layout['muted'])}>{t('retrospective.actions.none')}</p>}
      {actions.length > 0 && (
        <ul className={cx(lines['list'])}>
          {actions.map((action) => (
            <ActionLine key={action.actionId} place={place} action={action} retrospective={retrospective} />
          ))}
        </ul>
      )}
      {can.write && <NewAction place={place} members={retrospective.members} />}
    </section>
  );
}

interface ActionLineProps extends ActionsProps {
  readonly action: TeamAction;
}

function ActionLine({ place, action, retrospective }: ActionLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const save = useSaveAction(place);
  const { text, owner, dueAt, state, n } = action;
  const isOverdue = state === 'open' && Date.parse(dueAt) < now;
  const milestone = retrospective.milestones.find((one) => one.n === n)?.title ?? '';
  const set = (next: TeamAction['state']) =>
    save.mutate(
      {
        actionId: action.actionId,
        n,
        text,
        dueAt,
        state: next,
        ownerId: owner.memberId,
        expectedRevision: action.revision,
      },
      { onSuccess: () => announce(t(`retrospective.actions.said.${next}`)) },
    );
  const button = (next: TeamAction['state'], label: string) => (
    <Button isPending={save.isPending} aria-label={`${label}: ${text}`} onPress={() => set(next)}>
      {label}
    </Button>
  );
  return (
    <li className={cx(lines['line'])}>
      <span className={cx(lines['about'])}>
        <span>{text}</span>
        <span className={cx(layout['muted'], layout['small'])}>
          {t('retrospective.actions.who', {
            name: owner.isOwn ? t('groupWork.you') : (owner.name ?? t('groupWork.somebody')),
            when: format.moment(dueAt),
          })}
          {n !== place.n && ` · ${t('retrospective.actions.from', { milestone })}`}
        </span>
        {save.error !== null && <Problem error={save.error} />}
      </span>
      <span className={cx(layout['row'], layout['snug'])}>
        {isOverdue && <Badge tone="warn">{t('retrospective.actions.overdue')}</Badge>}
        {state !== 'open' && (
          <Badge tone={state === 'done' ? 'good' : 'neutral'}>
            {t(`retrospective.actions.states.${state}`)}
          </Badge>
        )}
        {retrospective.can.write && state === 'open' && (
          <>
            {button('done', t('retrospective.actions.done'))}
            {button('dropped', t('retrospective.actions.drop'))}
          </>
        )}
        {retrospective.can.write && state !== 'open' && button('open', t('retrospective.actions.reopen'))}
      </span>
    </li>
  );
}

interface NewActionProps {
  readonly place: Place & { readonly n: number };
  readonly members: Retrospective['members'];
}

function NewAction({ place, members }: NewActionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const save = useSaveAction(place);
  const blank = () => ({
    actionId: newId(),
    text: '',
    ownerId: members.find(({ isOwn }) => isOwn)?.memberId ?? members[0]?.memberId ?? '',
    dueAt: new Date(now + WEEK_MS).toISOString(),
  });
  const [wanted, setWanted] = useState(blank);
  const [wasTried, setWasTried] = useState(false);
  const isWrong = wanted.text.trim() === '' || wanted.text.length > ACTION_TEXT_MAX;
  const isDateless = wanted.dueAt === '';

  function add(): void {
    setWasTried(true);
    if (isWrong || isDateless) return announce(t('common.formErrors', { count: 1 }));
    save.mutate(
      { ...wanted, text: wanted.text.trim(), n: place.n, state: 'open', expectedRevision: 0 },
      {
        onSuccess: () => {
          setWanted(blank());
          setWasTried(false);
          announce(t('retrospective.actions.added'));
        },
      },
    );
  }

  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <h3>{t('retrospective.actions.new')}</h3>
      <TextField
        label={t('retrospective.actions.text')}
        value={wanted.text}
        error={
          wasTried && isWrong
            ? t('retrospective.actions.wrong', { max: format.number(ACTION_TEXT_MAX) })
            : undefined
        }
        onChange={(text) => setWanted((before) => ({ ...before, text }))}
      />
      <Select
        label={t('retrospective.actions.owner')}
        value={wanted.ownerId}
        choices={members.map(({ memberId, name, isOwn }) => ({
          id: memberId,
          text: isOwn ? t('groupWork.you') : (name ?? t('groupWork.somebody')),
        }))}
        onChange={(ownerId) => setWanted((before) => ({ ...before, ownerId }))}
      />
      <DateTimeField
        label={t('retrospective.actions.dueAt')}
        value={isDateless ? '' : toLocalField(wanted.dueAt)}
        error={wasTried && isDateless ? t('groupWork.setUp.invalid.date') : undefined}
        onChange={(local) => setWanted((before) => ({ ...before, dueAt: toIso(local) ?? '' }))}
      />
      {save.error !== null && <Problem error={save.error} />}
      <div className={cx(layout['row'])}>
        <Button isPending={save.isPending} onPress={add}>
          {t('retrospective.actions.add')}
        </Button>
      </div>
    </div>
  );
}
