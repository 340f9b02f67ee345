import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { merged } from '../merge-answers.ts';
import { readTeamSheet, saveTeamSheet, type TeamSheet, useSendTeamSheet } from '../team-api.ts';
import { AnswerForm, fitting } from './AnswerForm.tsx';

interface TeamRunnerProps {
  readonly id: string;
  readonly team: TeamSheet;
}

const stored = ({ items, sheet: { answers, revision, savedAt } }: TeamSheet) => ({
  value: fitting(items, answers),
  revision,
  savedAt,
});

/** The sheet of the group: what one answers is there for all of them, and what others answer appears. */
export function TeamRunner({ id, team }: TeamRunnerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi();
  const send = useSendTeamSheet(id);
  /** What the server had when it was last heard: what differs from it is one's own change. */
  const base = useRef<Answers>(stored(team).value);
  const { autosave, state } = useAutosave<Answers>(`team:${id}:${team.version}`, {
    stored: stored(team),
    async save(answers, expectedRevision) {
      const saved = await saveTeamSheet(api, id, { answers, expectedRevision });
      base.current = answers;
      return saved;
    },
  });

  useEffect(() => {
    // What others have written appears where nothing of one's own is on its way.
    if (state.status !== 'saved' || team.sheet.revision <= autosave.revision()) return;
    base.current = stored(team).value;
    autosave.reset(stored(team));
  }, [team, autosave, state.status]);

  /** @param keepsMine with one's own changes on top */
  async function takeTheirs(keepsMine: boolean): Promise<void> {
    const theirs = stored(await readTeamSheet(api, id));
    const together = merged(base.current, theirs.value, state.value);
    base.current = theirs.value;
    autosave.reset(theirs);
    if (keepsMine) autosave.change(together);
  }

  async function sendAll(): Promise<void> {
    await autosave.settle();
    send.mutate(
      { version: team.version, answers: state.value, expectedRevision: autosave.revision() },
      {
        onSuccess: () => announce(t('team.state.sent')),
        onError: () => autosave.change({ ...state.value }),
      },
    );
  }

  const { savedBy, savedAt } = team.sheet;
  return (
    <AnswerForm
      items={team.items}
      state={state}
      isSending={send.isPending}
      error={send.error}
      sendText={t('team.send')}
      onChange={(answers) => autosave.change(answers)}
      onSend={sendAll}
    >
      {savedBy !== null && savedAt !== null && (
        <p className={cx(layout['muted'], layout['small'])}>
          {t('team.savedBy', { name: savedBy, when: format.time(savedAt) })}
        </p>
      )}
      {state.status === 'stale' && <Overtaken onTake={takeTheirs} />}
    </AnswerForm>
  );
}

/** Somebody else of the group has saved in between. */
function Overtaken({ onTake }: { readonly onTake: (keepsMine: boolean) => Promise<void> }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const take = (keepsMine: boolean) => () => void onTake(keepsMine).catch(setError);
  return (
    <>
      <Banner
        tone="warn"
        role="alert"
        title={t('team.overtaken.title')}
        actions={
          <>
            <Button onPress={take(true)}>{t('team.overtaken.merge')}</Button>
            <Button onPress={take(false)}>{t('team.overtaken.theirs')}</Button>
          </>
        }
      >
        {t('team.overtaken.text')}
      </Banner>
      {error !== null && <Problem error={error} />}
    </>
  );
}
