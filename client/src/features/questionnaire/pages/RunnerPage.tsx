import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as contract from '../../../../../server/src/contracts/questionnaire.ts';
import { type Answers, asksOfGroup } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import type { ApiClient } from '../../../app/api-client.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { StalePanel } from '../../peer-review/components/AutosaveStatus.tsx';
import { type OwnQuestionnaire, useOwnQuestionnaire, useSubmitAnswers } from '../api.ts';
import { AnswerForm, fitting } from '../components/AnswerForm.tsx';
import { AnswerPlaceContext } from '../components/FileAnswer.tsx';
import { OwnEvaluationSection } from '../components/OwnEvaluationSection.tsx';
import { OwnScores } from '../components/OwnScores.tsx';
import { TeamSection } from '../components/TeamSection.tsx';
import styles from '../components/Questionnaire.module.css';

/** Where one answers a questionnaire. */
export function RunnerPage() {
  const { questionnaireId = '' } = useParams();
  const query = useOwnQuestionnaire(questionnaireId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  return <Own key={questionnaireId} questionnaire={query.data} />;
}

function Own({ questionnaire }: { readonly questionnaire: OwnQuestionnaire }) {
  const { t } = useTranslation();
  const { title, intro, status, visibility, version, round, attempt, can, draft, scores } = questionnaire;
  const { nextOpensAt } = questionnaire;
  const format = useFormat();
  // The attempt that one has chosen to begin.
  const [again, setAgain] = useState<number | null>(null);
  const isBegun = again === attempt || draft.savedAt !== null;
  return (
    <div className={cx(layout['stack'], layout['page'], styles['narrow'])}>
      <PageHeading title={title} trail={[{ title: t('questionnaire.title'), to: '/questionnaires' }]} />
      {status === 'open' || (can.answer && isBegun) ? (
        <>
          {intro !== '' && <p className={cx(layout['prose'])}>{intro}</p>}
          <Terms questionnaire={questionnaire} />
          <Runner key={`${version}-${round}-${attempt}`} questionnaire={questionnaire} />
        </>
      ) : (
        <>
          <Banner tone={status === 'answered' ? 'good' : 'info'} role="status">
            {status === 'answered'
              ? `${t('questionnaire.run.answered')} ${t(`questionnaire.visibility.${visibility}.promise`)}`
              : t('questionnaire.run.closed')}
          </Banner>
          {nextOpensAt !== null && <p>{t('rounds.next', { when: format.moment(nextOpensAt) })}</p>}
          {status === 'answered' && <Later questionnaire={questionnaire} />}
          {can.answer && (
            <div>
              <Button variant="primary" onPress={() => setAgain(attempt)}>
                {t('check.again')}
              </Button>
            </div>
          )}
          {questionnaire.items.some(asksOfGroup) && <OwnEvaluationSection id={questionnaire.id} />}
          {questionnaire.isForTeams && status === 'answered' && <TeamSection id={questionnaire.id} />}
          {scores !== null && (
            <OwnScores
              title={t(questionnaire.isForTeams ? 'team.ownResult' : 'check.result')}
              scores={scores}
            />
          )}
        </>
      )}
    </div>
  );
}

/** What is still to come of a check: further attempts, or the score. */
function Later({
  questionnaire: { check, attempt, can, scores },
}: {
  readonly questionnaire: OwnQuestionnaire;
}) {
  const { t } = useTranslation();
  if (check === null) return null;
  const left = check.attempts - attempt + 1;
  const isShownLater = scores === null && check.feedback === 'afterClosing';
  return (
    <>
      {isShownLater && <p>{t('check.later')}</p>}
      {can.answer && <p>{t(`check.left.${check.counts}`, { count: left })}</p>}
    </>
  );
}

/** Who will read it, and until when it is open. */
function Terms({ questionnaire }: { readonly questionnaire: OwnQuestionnaire }) {
  const { visibility, closesAt, check, attempt } = questionnaire;
  const { t } = useTranslation();
  const format = useFormat();
  const left = check === null ? 1 : check.attempts - attempt + 1;
  const sentences = [
    t(`questionnaire.visibility.${visibility}.promise`),
    closesAt !== null && t('questionnaire.own.until', { when: format.moment(closesAt) }),
    questionnaire.isForTeams && t('team.terms'),
    questionnaire.items.some(asksOfGroup) && t('memberEvaluation.terms'),
    check !== null && !questionnaire.isForTeams && t(`check.terms.${check.feedback}`),
    check !== null && check.attempts > 1 && t(`check.left.${check.counts}`, { count: left }),
  ];
  return <p className={cx(layout['muted'])}>{sentences.filter(Boolean).join(' ')}</p>;
}

const stored = ({ items, draft }: OwnQuestionnaire) => ({ ...draft, value: fitting(items, draft.answers) });

const readOwn = (api: ApiClient, questionnaireId: string) =>
  api.call<typeof contract.GetOwnQuestionnaire>('get', '/questionnaires/:questionnaireId/mine', {
    params: { questionnaireId },
  });

function Runner({ questionnaire }: { readonly questionnaire: OwnQuestionnaire }) {
  const { t } = useTranslation();
  const api = useApi();
  const { id, version, items, round, attempt } = questionnaire;
  const submit = useSubmitAnswers(id);
  const { files } = questionnaire.draft;
  const place = useMemo(() => ({ questionnaireId: id, files }), [id, files]);
  const { autosave, state } = useAutosave<Answers>(`questionnaire:${id}:${version}:${round}:${attempt}`, {
    stored: stored(questionnaire),
    save: (answers, expectedRevision) =>
      api.call<typeof contract.SaveAnswerDraft>('put', '/questionnaires/:questionnaireId/mine/draft', {
        params: { questionnaireId: id },
        body: { round, answers, expectedRevision },
      }),
  });

  async function send(): Promise<void> {
    await autosave.settle();
    submit.mutate(
      { version, round, attempt, answers: state.value },
      {
        onSuccess: () => {
          autosave.reset({ value: {}, revision: autosave.revision(), savedAt: null });
          announce(t('questionnaire.run.answered'));
        },
        onError: () => autosave.change({ ...state.value }),
      },
    );
  }

  return (
    <AnswerPlaceContext value={place}>
      <AnswerForm
        items={items}
        state={state}
        isSending={submit.isPending}
        error={submit.error}
        sendText={t('questionnaire.run.send')}
        onChange={(answers) => autosave.change(answers)}
        onSend={send}
      >
        {state.status === 'stale' && (
          <StalePanel
            onLoad={async () => autosave.reset(stored(await readOwn(api, id)))}
            onKeep={async () => autosave.keepMine((await readOwn(api, id)).draft.revision)}
          />
        )}
      </AnswerForm>
    </AnswerPlaceContext>
  );
}
