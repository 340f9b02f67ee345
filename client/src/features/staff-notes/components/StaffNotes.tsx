import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STAFF_NOTE_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type NoteSubject, type StaffNote, useSaveStaffNote, useStaffNotes } from '../api.ts';

/** What the teaching staff have noted about a learner; learners never see it. */
export function StaffNotes({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  return (
    <section className={cx(layout['stack'])} aria-labelledby="staff-notes">
      <h2 id="staff-notes">{t('staffNotes.title')}</h2>
      <Notes about={{ kind: 'member', id: memberId }} />
    </section>
  );
}

/** What the teaching staff have noted about a group, folded away and not read until somebody wants it. */
export function GroupNotes({ groupId, name }: { readonly groupId: string; readonly name: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const title = t('staffNotes.onGroup', { name });
  return (
    <Disclosure title={title} onToggle={setIsOpen}>
      {isOpen && (
        <section className={cx(layout['stack'], layout['tight'])} aria-label={title}>
          <Notes about={{ kind: 'group', id: groupId }} />
        </section>
      )}
    </Disclosure>
  );
}

function Notes({ about }: { readonly about: NoteSubject }) {
  const { t } = useTranslation();
  const query = useStaffNotes(about);
  const save = useSaveStaffNote(about);
  const notes = query.data?.items ?? [];
  return (
    <>
      <p className={cx(layout['muted'], layout['small'])}>{t('staffNotes.text')}</p>
      {query.isPending && <Skeleton />}
      {query.error !== null && <Problem error={query.error} retry={() => void query.refetch()} />}
      {save.error !== null && <Problem error={save.error} />}
      <ul className={cx(layout['stack'], layout['plainList'])}>
        {notes.map((note) => (
          <Note key={note.id} note={note} save={save} />
        ))}
      </ul>
      <Writer
        // Empty again once it is saved.
        key={notes.length}
        label={t('staffNotes.new')}
        isPending={save.isPending}
        onSave={(text) => save.mutate({ noteId: newId(), text, expectedRevision: 0 })}
      />
    </>
  );
}

interface NoteProps {
  readonly note: StaffNote;
  readonly save: ReturnType<typeof useSaveStaffNote>;
}

function Note({ note, save }: NoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isEditing, setIsEditing] = useState(false);
  const { id, text, author, at, revision, can } = note;
  const when = format.moment(at);
  const name = author ?? t('staffNotes.somebody');

  const remove = (): void =>
    save.mutate(
      { noteId: id, text: null, expectedRevision: revision },
      {
        onSuccess: () =>
          showToast({
            text: t('staffNotes.deleted'),
            undo: () => save.mutate({ noteId: id, text, expectedRevision: revision + 1 }),
          }),
      },
    );

  return (
    <li className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <p className={cx(layout['muted'], layout['small'])}>{t('staffNotes.by', { name, when })}</p>
      {isEditing ? (
        <Writer
          label={t('staffNotes.change')}
          text={text}
          isPending={save.isPending}
          onSave={(changed) =>
            save.mutate(
              { noteId: id, text: changed, expectedRevision: revision },
              { onSuccess: () => setIsEditing(false) },
            )
          }
          onCancel={() => setIsEditing(false)}
        />
      ) : (
        <p className={cx(layout['prose'])}>{text}</p>
      )}
      {can.edit && !isEditing && (
        <div className={cx(layout['row'])}>
          <Button aria-label={t('staffNotes.changeOf', { when })} onPress={() => setIsEditing(true)}>
            {t('staffNotes.change')}
          </Button>
          <Button aria-label={t('staffNotes.deleteOf', { when })} isPending={save.isPending} onPress={remove}>
            {t('staffNotes.delete')}
          </Button>
        </div>
      )}
    </li>
  );
}

interface WriterProps {
  readonly label: string;
  readonly text?: string;
  readonly isPending: boolean;
  readonly onSave: (text: string) => void;
  readonly onCancel?: () => void;
}

function Writer({ label, text = '', isPending, onSave, onCancel }: WriterProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const isTooLong = typed.length > STAFF_NOTE_MAX;
  const isEmpty = typed.trim() === '';
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <TextArea
        label={label}
        rows={2}
        value={typed}
        error={isTooLong ? t('staffNotes.tooLong', { max: STAFF_NOTE_MAX }) : undefined}
        onChange={setTyped}
      />
      <div className={cx(layout['row'])}>
        <Button isPending={isPending || isEmpty || isTooLong} onPress={() => onSave(typed.trim())}>
          {t('staffNotes.save')}
        </Button>
        {onCancel !== undefined && <Button onPress={onCancel}>{t('common.cancel')}</Button>}
      </div>
    </div>
  );
}
