import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { asksOfGroup, isChoice } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { Histogram } from '../../../ui/charts.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { saveAsFile } from '../../../ui/save-file.ts';
import { Select } from '../../../ui/Select.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import {
  type Asked,
  type Questionnaire,
  type Results,
  useCopyQuestionnaire,
  useExportAnswers,
  useQuestionnaire,
  useResults,
  useSetState,
} from '../api.ts';
import { ItemResult } from '../components/ItemResult.tsx';
import { RoundSelect } from '../components/RoundSelect.tsx';
import { type Trend, TrendChart } from '../components/TrendChart.tsx';
import { TeamResult } from '../components/TeamResult.tsx';
import { NamedAnswers } from '../components/NamedAnswers.tsx';
import styles from '../components/Questionnaire.module.css';
import { STATE_TONES } from '../state-tones.ts';

/** One questionnaire for staff: its state, and what it has brought. */
export function ResultsPage() {
  const { t } = useTranslation();
  const { questionnaireId = '' } = useParams();
  const [asked, setAsked] = useState<Asked>({ version: undefined, round: undefined, choice: null });
  const query = useQuestionnaire(questionnaireId);
  const results = useResults(questionnaireId, asked);
  const error = query.error ?? results.error;
  if (error !== null) return <ProblemPage error={error} retry={() => void results.refetch()} />;
  if (query.data === undefined || results.data === undefined) return <PageSkeleton />;
  const { settings, state } = query.data;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={settings.title}
        trail={[{ title: t('questionnaire.title'), to: '/questionnaires' }]}
        aside={<Badge tone={STATE_TONES[state]}>{t(`questionnaire.state.${state}`)}</Badge>}
      />
      <Actions questionnaire={query.data} />
      {state === 'draft' ? (
        <Banner tone="info">{t('questionnaire.results.draft')}</Banner>
      ) : (
        <Outcome
          id={questionnaireId}
          results={results.data}
          isGraded={settings.grade !== undefined}
          asked={asked}
          onAsk={setAsked}
        />
      )}
    </div>
  );
}

function Actions({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, can, settings } = questionnaire;
  const change = useSetState(questionnaire);
  const copy = useCopyQuestionnaire(id);
  const [isClosing, setIsClosing] = useState(false);
  const error = change.error ?? copy.error;
  const makeCopy = () =>
    copy.mutate(
      { id: newId(), title: t('questionnaire.copyOf', { title: settings.title }) },
      { onSuccess: (made) => void navigate(`/questionnaires/${made.id}/edit`) },
    );
  return (
    <>
      <div className={cx(layout['row'])}>
        {can.publish && (
          <Button
            variant="primary"
            isPending={change.isPending}
            onPress={() =>
              change.mutate('publish', {
                onSuccess: () => showToast({ text: t('questionnaire.publish.done') }),
              })
            }
          >
            {t('questionnaire.publish.button')}
          </Button>
        )}
        {can.edit && (
          <ButtonLink to={`/questionnaires/${id}/edit`}>{t('questionnaire.build.edit')}</ButtonLink>
        )}
        {settings.grade !== undefined && questionnaire.state !== 'draft' && (
          <ButtonLink to={`/questionnaires/${id}/gradebook`}>{t('check.gradebook')}</ButtonLink>
        )}
        {settings.items.some(asksOfGroup) && questionnaire.state !== 'draft' && (
          <ButtonLink to={`/questionnaires/${id}/evaluation`}>{t('memberEvaluation.open')}</ButtonLink>
        )}
        {can.close && <Button onPress={() => setIsClosing(true)}>{t('questionnaire.close.button')}</Button>}
        {(can.edit || questionnaire.state === 'closed') && (
          <Button isPending={copy.isPending} onPress={makeCopy}>
            {t('questionnaire.copy')}
          </Button>
        )}
      </div>
      {error !== null && <Problem error={error} />}
      {isClosing && (
        <ConfirmDialog
          title={t('questionnaire.close.title')}
          confirm={t('questionnaire.close.button')}
          isPending={change.isPending}
          onClose={() => setIsClosing(false)}
          onConfirm={() => change.mutate('close', { onSettled: () => setIsClosing(false) })}
        >
          {t('questionnaire.close.text')}
        </ConfirmDialog>
      )}
    </>
  );
}

interface OutcomeProps {
  readonly id: string;
  readonly results: Results;
  readonly isGraded: boolean;
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
}

function Outcome({ id, results, isGraded, asked, onAsk }: OutcomeProps) {
  const { t } = useTranslation();
  const file = useExportAnswers(id);
  const { answers, counted, items, tallies, version } = results;
  const save = () =>
    file.mutate(version, { onSuccess: ({ csv }) => saveAsFile(`${results.title}.csv`, 'text/csv', csv) });
  const trendOf = (itemId: string | null) => ({
    rounds: results.rounds.map(({ round }) => round),
    means: results.trends.find((trend) => trend.itemId === itemId)?.means ?? [],
  });
  const isPartly = counted !== null && counted < answers && asked.choice === null;
  return (
    <>
      <div className={cx(layout['row'])}>
        <strong role="status">{t('questionnaire.results.total', { count: answers })}</strong>
        {answers > 0 && counted !== null && (
          <Button isPending={file.isPending} onPress={save}>
            {t('questionnaire.results.csv')}
          </Button>
        )}
      </div>
      {file.error !== null && <Problem error={file.error} />}
      <Filters results={results} asked={asked} onAsk={onAsk} />
      {isPartly && (
        <p className={cx(layout['muted'])}>{t('questionnaire.results.inFives', { count: counted })}</p>
      )}
      {answers === 0 && (
        <EmptyState title={t('questionnaire.results.none.title')}>
          {t('questionnaire.results.none.text')}
        </EmptyState>
      )}
      {answers > 0 && counted === null && <Banner tone="info">{t('questionnaire.results.tooFew')}</Banner>}
      {answers > 0 && counted !== null && (
        <div className={cx(layout['stack'], layout['measure'])}>
          {results.scores !== null && <Scores scores={results.scores} trend={trendOf(null)} />}
          {results.team !== null && <TeamResult team={results.team} scores={results.scores} />}
          <h2>{t('questionnaire.results.list')}</h2>
          <ol className={cx(styles['items'])}>
            {items.map((item) => {
              const tally = tallies.find(({ itemId }) => itemId === item.id);
              return (
                tally && (
                  <ItemResult
                    key={item.id}
                    item={item}
                    tally={tally}
                    people={results.people}
                    compared={results.team?.items.find(({ itemId }) => itemId === item.id)?.counts}
                    trend={trendOf(item.id)}
                  />
                )
              );
            })}
          </ol>
        </div>
      )}
      {results.can.readNamed && answers > 0 && <NamedAnswers id={id} results={results} isGraded={isGraded} />}
    </>
  );
}

interface ScoresProps {
  readonly scores: NonNullable<Results['scores']>;
  readonly trend: Trend;
}

/** How people have done in a check. */
function Scores({ scores: { percents, mean }, trend }: ScoresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={cx(layout['card'], layout['stack'])}>
      <Histogram
        title={t('check.scores.title')}
        countTitle={t('check.scores.people')}
        valueTitle={t('check.scores.axis')}
        values={percents}
        domain={[0, 100]}
      />
      {mean !== null && <p>{t('check.scores.mean', { percent: format.percent(mean) })}</p>}
      <TrendChart title={t('rounds.scores')} trend={trend} />
    </div>
  );
}

const ALL = 'all';

/** Which version, and of whom. */
function Filters({ results, asked, onAsk }: Omit<OutcomeProps, 'id' | 'isGraded'>) {
  const { versions, version, rounds, round, items } = results;
  const { t } = useTranslation();
  const choices = items.filter(isChoice).flatMap((item) =>
    item.options.map((option) => ({
      id: `${item.id}/${option.id}`,
      text: t('questionnaire.results.chose', { question: item.text, option: option.text }),
    })),
  );
  const { choice } = asked;
  return (
    <div className={cx(styles['pair'], layout['measure'])}>
      {versions.length > 1 && (
        <Select
          label={t('questionnaire.results.version')}
          choices={versions.map((one) => ({
            id: String(one.version),
            text: t('questionnaire.results.versionOf', { version: one.version, count: one.answers }),
          }))}
          value={String(version)}
          onChange={(id) => onAsk({ ...asked, version: Number(id), choice: null })}
        />
      )}
      <RoundSelect rounds={rounds} value={round} onChange={(n) => onAsk({ ...asked, round: n })} />
      {choices.length > 0 && (
        <Select
          label={t('questionnaire.results.whose')}
          choices={[{ id: ALL, text: t('questionnaire.results.all') }, ...choices]}
          value={choice === null ? ALL : `${choice.itemId}/${choice.optionId}`}
          onChange={(id) => {
            const [itemId = '', optionId = ''] = id.split('/');
            onAsk({ ...asked, choice: id === ALL ? null : { itemId, optionId } });
          }}
        />
      )}
    </div>
  );
}
