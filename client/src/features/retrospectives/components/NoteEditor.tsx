import { useTranslation } from 'react-i18next';
import { RETROSPECTIVE_TEXT_MAX } from '../../../../../server/src/contracts/team-limits.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { TextArea } from '../../../ui/TextField.tsx';
import { AutosaveStatus, StalePanel } from '../../peer-review/components/AutosaveStatus.tsx';
import { getRetrospective, type NoteTexts, type Place, type Retrospective, saveNote } from '../api.ts';
import { NOTE_PARTS } from './note-parts.ts';

interface NoteEditorProps {
  readonly place: Place & { readonly n: number };
  readonly own: NonNullable<Retrospective['own']>;
}

const stored = ({ revision, savedAt, ...texts }: NoteEditorProps['own']) => ({
  value: texts,
  revision,
  savedAt,
});

/** What one says oneself: saved while one types; the group reads it. */
export function NoteEditor({ place, own }: NoteEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi();
  const { activityId, groupId, n } = place;
  const { autosave, state } = useAutosave<NoteTexts>(`retrospective:${activityId}:${groupId}:${n}`, {
    stored: stored(own),
    save: (texts, revision) => saveNote(api, place, texts, revision),
  });
  const latest = async () => (await getRetrospective(api, place)).own;

  return (
    <section aria-labelledby="own-note" className={cx(layout['stack'], layout['tight'], layout['measure'])}>
      <h2 id="own-note">{t('retrospective.own')}</h2>
      {NOTE_PARTS.map((part) => (
        <TextArea
          key={part}
          label={t(`retrospective.parts.${part}`)}
          rows={3}
          value={state.value[part]}
          error={
            state.value[part].length > RETROSPECTIVE_TEXT_MAX
              ? t('teamCharter.write.long', { max: format.number(RETROSPECTIVE_TEXT_MAX) })
              : undefined
          }
          onChange={(text) => autosave.change({ ...autosave.getState().value, [part]: text })}
        />
      ))}
      {state.status === 'stale' && (
        <StalePanel
          onLoad={async () => {
            const found = await latest();
            if (found) autosave.reset(stored(found));
          }}
          onKeep={async () => autosave.keepMine((await latest())?.revision ?? 0)}
        />
      )}
      <AutosaveStatus state={state} />
    </section>
  );
}
