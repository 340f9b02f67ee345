import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldPlaceholder } from '../../../ui/FieldPlaceholder.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { type GroupStanding, type MovePreview, useMove, useMovePreview } from '../api.ts';

interface MoveDialogProps {
  readonly place: RoomPlace;
  readonly standing: GroupStanding;
  readonly onClose: () => void;
}

/** Moves a member to another group: who, where to, and what that changes and what not. */
export function MoveDialog({ place, standing, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const people = standing.members.map(({ memberId, name }) => ({
    id: memberId,
    text: name ?? t('groupWork.somebody'),
  }));
  const [memberId, setMemberId] = useState(people[0]?.id ?? '');
  const [to, setTo] = useState('');
  const preview = useMovePreview(place, memberId, to);
  const move = useMove(place);
  const { data } = preview;
  const groups = (data?.groups ?? []).map(({ groupId, name, people: count }) => ({
    id: groupId,
    text: t('groupMove.group', { name: name ?? t('groupWork.unnamed'), n: count }),
  }));
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.text ?? '';
  const carryOut = (setId: string) =>
    move.mutate(
      { setId, memberId, groupId: to },
      {
        onSuccess() {
          showToast({
            text: t('groupMove.done', { name: nameOf(memberId) }),
            undo: () => move.mutate({ setId, memberId, groupId: place.groupId }),
          });
          onClose();
        },
      },
    );
  return (
    <Dialog
      role="alertdialog"
      title={t('groupMove.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!data || to === ''}
            isPending={move.isPending}
            onPress={() => data && carryOut(data.setId)}
          >
            {t('groupMove.move')}
          </Button>
        </>
      }
    >
      <div className={cx(layout['stack'])}>
        <Select label={t('groupMove.who')} choices={people} value={memberId} onChange={setMemberId} />
        {/* A list with nothing in it yet would not open. */}
        {data === undefined ? (
          <FieldPlaceholder label={t('groupMove.to')} />
        ) : (
          <Select
            label={t('groupMove.to')}
            choices={groups}
            placeholder={t('groupMove.choose')}
            value={to === '' ? null : to}
            onChange={setTo}
          />
        )}
        {data && to !== '' && <Consequences preview={data} />}
        {preview.isError && <Problem error={preview.error} retry={() => void preview.refetch()} />}
        {move.error !== null && (
          <Banner tone="bad" title={t('groupMove.failed')}>
            {t('groupMove.lms')}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

/** What a move changes, and what it leaves as it is. */
function Consequences({ preview }: { readonly preview: MovePreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kept, unconfirmed, coming, withoutPart, tasks } = preview;
  const titles = (all: MovePreview['kept']) => format.list(all.map(({ title }) => title));
  const lines = [
    kept.length > 0 && t('groupMove.kept', { titles: titles(kept) }),
    t('groupMove.access'),
    coming.length > 0 && t('groupMove.coming', { titles: titles(coming) }),
    withoutPart.length > 0 && t('groupMove.withoutPart', { titles: titles(withoutPart) }),
    unconfirmed.length > 0 && t('groupMove.unconfirmed', { titles: titles(unconfirmed) }),
    tasks > 0 && t('groupMove.tasks', { n: tasks }),
    t('groupMove.evaluations'),
  ].filter((line) => line !== false);
  return (
    <div>
      <p>{t('groupMove.changes')}</p>
      <ul className={cx(layout['bullets'])}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
