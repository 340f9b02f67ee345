import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { CommandMenu } from '../../../ui/Menu.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { AddGroupsDialog } from '../components/AddGroupsDialog.tsx';
import { FormedBy } from '../components/FormedBy.tsx';
import { NewSetDialog } from '../components/NewSetDialog.tsx';
import { RandomDialog } from '../components/RandomDialog.tsx';
import { SetBoard } from '../components/SetBoard.tsx';
import { SetSettingsDialog } from '../components/SetSettingsDialog.tsx';
import { useUndoFormation } from '../formation-api.ts';
import { type OwnSet, useDeleteGroupSet, useGroupSet } from '../sets-api.ts';

/** One group set that is made here: its people are moved by hand, drawn by chance, or choose by themselves. */
export default function GroupSetPage() {
  const { setId = '' } = useParams();
  const set = useGroupSet(setId);
  if (set.isError && set.data === undefined) {
    return <ProblemPage error={set.error} retry={() => void set.refetch()} />;
  }
  return set.data === undefined ? <PageSkeleton /> : <Page key={setId} set={set.data} />;
}

type Open = 'add' | 'random' | 'settings' | 'copy' | 'remove';

function Page({ set }: { readonly set: OwnSet }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const name = set.name ?? '';
  const status = t('groupSets.status', {
    members: t('groups.members', { count: set.members }),
    groups: t('groups.groups', { count: set.groups }),
  });
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={name} trail={[{ title: t('groupSets.back'), to: '/groups' }]} />
        <div className={cx(layout['row'])}>
          <span>{status}</span>
          {set.unplaced > 0 && <Badge tone="warn">{t('groupSets.unplaced', { count: set.unplaced })}</Badge>}
        </div>
        {set.signUp !== null && <SignUpLine signUp={set.signUp} />}
        {set.can.edit && (
          <div className={cx(layout['row'])}>
            <Button onPress={() => setOpen('add')}>{t('groupSets.add.open')}</Button>
            <Button onPress={() => setOpen('random')}>{t('groupSets.random.open')}</Button>
            <ButtonLink to={`/groups/${set.id}/form`}>{t('formation.open')}</ButtonLink>
            <Button onPress={() => setOpen('settings')}>{t('groupSets.settings.open')}</Button>
            <CommandMenu
              label={t('groupSets.more')}
              items={[
                { id: 'copy', text: t('groupSets.copy') },
                { id: 'remove', text: t('groupSets.remove.open') },
              ]}
              onAction={(id) => setOpen(id as Open)}
            >
              {t('groupSets.more')}
            </CommandMenu>
          </div>
        )}
      </div>
      {set.formed !== null && <Formed set={set} formed={set.formed} />}
      <SetBoard set={set} />
      {open === 'add' && <AddGroupsDialog set={set} onClose={close} />}
      {open === 'random' && <RandomDialog set={set} onClose={close} />}
      {open === 'settings' && <SetSettingsDialog set={set} onClose={close} />}
      {open === 'copy' && (
        <NewSetDialog
          sets={[set]}
          copyOf={set.id}
          initialName={t('groupSets.copyName', { name })}
          onClose={close}
        />
      )}
      {open === 'remove' && <RemoveDialog set={set} onClose={close} />}
    </div>
  );
}

/** By what the groups were formed, and the way back while there is one. */
function Formed({ set, formed }: { readonly set: OwnSet; readonly formed: NonNullable<OwnSet['formed']> }) {
  const { t } = useTranslation();
  const undo = useUndoFormation(set);
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <FormedBy formed={formed} />
      {undo.error !== null && <Problem error={undo.error} />}
      {formed.canUndo && (
        <div>
          <Button
            isPending={undo.isPending}
            onPress={() =>
              undo.mutate({}, { onSuccess: () => showToast({ text: t('formation.formed.undone') }) })
            }
          >
            {t('formation.formed.undo')}
          </Button>
        </div>
      )}
    </div>
  );
}

function SignUpLine({ signUp }: { readonly signUp: NonNullable<OwnSet['signUp']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { opensAt, closesAt } = signUp;
  const isAhead = opensAt !== null && Date.parse(opensAt) > now;
  const isOver = closesAt !== null && Date.parse(closesAt) <= now;
  const text = isOver
    ? t('groupSets.signUp.over', { when: format.moment(closesAt) })
    : isAhead
      ? t('groupSets.signUp.from', { when: format.moment(opensAt) })
      : closesAt === null
        ? t('groupSets.signUp.now')
        : t('groupSets.signUp.nowUntil', { when: format.moment(closesAt) });
  return <p className={cx(layout['muted'])}>{text}</p>;
}

function RemoveDialog({ set, onClose }: { readonly set: OwnSet; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeleteGroupSet(set);
  const name = set.name ?? '';
  const done = () => {
    showToast({ text: t('groupSets.remove.done', { name }) });
    void navigate('/groups');
  };
  return (
    <ConfirmDialog
      title={t('groupSets.remove.title', { name })}
      confirm={t('groupSets.remove.confirm')}
      isPending={remove.isPending}
      onConfirm={() => remove.mutate(undefined, { onSuccess: done })}
      onClose={onClose}
    >
      <p>
        {t('groupSets.remove.text', {
          groups: t('groups.groups', { count: set.groups }),
          members: t('groups.members', { count: set.members }),
        })}
      </p>
      {remove.error !== null && <Problem error={remove.error} />}
    </ConfirmDialog>
  );
}
