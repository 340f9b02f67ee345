import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leadsTo, OUTSIDE_LINK_MAX } from '../../../../../server/src/contracts/outside-links.ts';
import { useFormat } from '../../../app/context.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { type Place, type Places, useLinkPlace } from '../api.ts';

interface LinkDialogProps {
  readonly at: RoomPlace;
  readonly place: Place;
  readonly view: Places;
  readonly onClose: () => void;
}

/** Pastes the address of a board or video room for one group. */
export function LinkDialog({ at, place, view, onClose }: LinkDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const link = useLinkPlace(at);
  const { kind } = place;
  const pasted = place.isPasted ? (place.url ?? '') : '';
  const [url, setUrl] = useState(pasted);
  const [showsFault, setShowsFault] = useState(false);
  const given = url.trim();
  const isWrong = given !== '' && (given.length > OUTSIDE_LINK_MAX || !leadsTo(given, view.hosts));

  function submit(): void {
    setShowsFault(true);
    if (isWrong) return;
    const undo = () => link.mutate({ kind, url: pasted, expectedRevision: view.revision + 1 });
    link.mutate(
      { kind, url: given, expectedRevision: view.revision },
      {
        onSuccess: () => {
          onClose();
          if (given !== pasted) showToast({ text: t('outsidePlaces.saved'), undo });
        },
      },
    );
  }
  return (
    <ConfirmDialog
      title={t(`outsidePlaces.change.${kind}`)}
      confirm={t('outsidePlaces.save')}
      isPending={link.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <TextField
        label={t('outsidePlaces.address')}
        hint={t('outsidePlaces.addressHint', { hosts: format.list([...view.hosts]) })}
        isOptional
        value={url}
        error={showsFault && isWrong ? t('outsidePlaces.wrong') : undefined}
        onChange={setUrl}
      />
      {link.error !== null && <Problem error={link.error} />}
    </ConfirmDialog>
  );
}
