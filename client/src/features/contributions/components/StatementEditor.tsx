import { useTranslation } from 'react-i18next';
import { STATEMENT_MAX } from '../../../../../server/src/contracts/room-limits.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { TextArea } from '../../../ui/TextField.tsx';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { AutosaveStatus, StalePanel } from '../../peer-review/components/AutosaveStatus.tsx';
import { type Contributions, getContributions, saveStatement } from '../api.ts';

interface StatementEditorProps {
  readonly place: RoomPlace & { readonly n: number };
  readonly own: NonNullable<Contributions['own']>;
  readonly until: string;
}

const stored = ({ text, revision, savedAt }: StatementEditorProps['own']) => ({
  value: text,
  revision,
  savedAt,
});

/** What one says oneself of what one did: saved while one types, one's own alone until the milestone is over. */
export function StatementEditor({ place, own, until }: StatementEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi();
  const { activityId, groupId, n } = place;
  const { autosave, state } = useAutosave<string>(`contribution:${activityId}:${groupId}:${n}`, {
    stored: stored(own),
    save: (text, revision) => saveStatement(api, place, text, revision),
  });
  const latest = async () => (await getContributions(api, place)).own;
  return (
    <div className={cx(layout['stack'], layout['tight'], layout['measure'])}>
      <TextArea
        label={t('contributions.own')}
        hint={t('contributions.ownHint', { when: format.moment(until) })}
        rows={5}
        value={state.value}
        error={
          state.value.length > STATEMENT_MAX
            ? t('teamCharter.write.long', { max: format.number(STATEMENT_MAX) })
            : undefined
        }
        onChange={(text) => autosave.change(text)}
      />
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
    </div>
  );
}
