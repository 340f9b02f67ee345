import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Histogram } from '../../../ui/charts.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import { showToast } from '../../../ui/toasts.ts';
import { EvaluationComments } from '../components/EvaluationComments.tsx';
import { RoundSelect } from '../components/RoundSelect.tsx';
import { numberColumn } from '../../peer-review/components/number-column.tsx';
import { type Evaluation, useMemberEvaluation, useShareEvaluation } from '../evaluation-api.ts';

type Group = Evaluation['groups'][number];
type Row = Group['people'][number] & { readonly group: string };

/** What there is to read of a person: the methods of §4, and what they come from. */
type Figure = 'raters' | 'received' | 'own' | 'low' | 'high' | keyof Row['factors'];

/** What members of groups say of each other, for staff: factors with their range, and what to ask about. */
export function EvaluationPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { questionnaireId = '' } = useParams();
  const [round, setRound] = useState<number | undefined>(undefined);
  const query = useMemberEvaluation(questionnaireId, round);
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <PageSkeleton />;
  const { title, rounds, groups } = query.data;
  const rows = groups.flatMap((group) =>
    group.people.map((person): Row => ({ ...person, group: group.name ?? t('spaces.gone') })),
  );
  const factors = rows.flatMap(({ factors: { shrunken } }) => (shrunken === null ? [] : [shrunken.value]));
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('memberEvaluation.title')}
        trail={[
          { title: t('questionnaire.title'), to: '/questionnaires' },
          { title, to: `/questionnaires/${questionnaireId}` },
        ]}
      />
      <p className={cx(layout['prose'])}>{t('memberEvaluation.intro')}</p>
      <RoundSelect rounds={rounds} value={query.data.round} onChange={setRound} />
      <Sharing id={questionnaireId} evaluation={query.data} />
      {factors.length === 0 ? (
        <EmptyState title={t('memberEvaluation.none.title')}>{t('memberEvaluation.none.text')}</EmptyState>
      ) : (
        <>
          <Questions rows={rows} />
          <Histogram
            title={t('memberEvaluation.plot')}
            countTitle={t('memberEvaluation.people')}
            valueTitle={t('memberEvaluation.of.shrunken')}
            values={factors}
            domain={[0.5, 1.5]}
          />
          <DataTable
            label={t('memberEvaluation.table')}
            columns={columnsOf(t, format)}
            rows={rows}
            rowKey={({ id, group }) => `${group}/${id}`}
            exportName={`${title} – ${t('memberEvaluation.title')}`}
          />
          <p className={cx(layout['prose'], layout['muted'])}>{t('memberEvaluation.methods')}</p>
          <EvaluationComments id={questionnaireId} evaluation={query.data} />
        </>
      )}
    </div>
  );
}

/** Since when each sees the own result; how many it is for is said before. */
function Sharing({ id, evaluation }: { readonly id: string; readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useShareEvaluation(id);
  const [isAsked, setIsAsked] = useState(false);
  const { groups, sharedAt, can } = evaluation;
  const people = groups.flatMap((group) => group.people);
  const withheld = people.filter(({ isWithheld }) => isWithheld).length;
  const unchecked = people
    .filter(({ isWithheld }) => !isWithheld)
    .flatMap(({ comments }) => comments)
    .filter(({ isShown }) => !isShown).length;
  const share = () =>
    change.mutate(true, {
      onSuccess: () => showToast({ text: t('memberEvaluation.share.done') }),
      onSettled: () => setIsAsked(false),
    });
  return (
    <>
      {sharedAt !== null && (
        <Banner tone="good" title={t('memberEvaluation.share.since', { when: format.moment(sharedAt) })}>
          {t('memberEvaluation.share.explain')}
        </Banner>
      )}
      {sharedAt === null && !can.share && (
        <p className={cx(layout['muted'])}>{t('memberEvaluation.share.first')}</p>
      )}
      <div className={cx(layout['row'])}>
        {can.share && (
          <Button variant="primary" onPress={() => setIsAsked(true)}>
            {t('memberEvaluation.share.button')}
          </Button>
        )}
        {can.takeBack && (
          <Button
            isPending={change.isPending}
            onPress={() =>
              change.mutate(false, {
                onSuccess: () => showToast({ text: t('memberEvaluation.share.takenBack') }),
              })
            }
          >
            {t('memberEvaluation.share.takeBack')}
          </Button>
        )}
      </div>
      {change.error !== null && <Problem error={change.error} />}
      {isAsked && (
        <ConfirmDialog
          title={t('memberEvaluation.share.title')}
          confirm={t('memberEvaluation.share.button')}
          isPending={change.isPending}
          onConfirm={share}
          onClose={() => setIsAsked(false)}
        >
          <p>{t('memberEvaluation.share.people', { count: people.length - withheld })}</p>
          {unchecked > 0 && <p>{t('groupTexts.check.unchecked', { count: unchecked })}</p>}
          {withheld > 0 && <p>{t('memberEvaluation.share.withheld', { count: withheld })}</p>}
        </ConfirmDialog>
      )}
    </>
  );
}

/** Patterns that a person should ask about; they change nothing by themselves. */
function Questions({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  const asked = rows.filter(({ questions }) => questions.length > 0);
  if (asked.length === 0) return null;
  return (
    <Banner tone="info" title={t('memberEvaluation.questions.title')}>
      <ul className={cx(layout['plainList'], layout['stack'], layout['tight'])}>
        {asked.flatMap(({ id, name, group, questions }) =>
          questions.map((question) => (
            <li key={`${group}/${id}/${question}`}>
              {t(`memberEvaluation.questions.${question}`, {
                name: name ?? t('questionnaire.results.nameless'),
                group,
              })}
            </li>
          )),
        )}
      </ul>
    </Banner>
  );
}

function columnsOf(t: TFunction, format: Format): DataColumn<Row>[] {
  const nameOf = ({ name, until }: Row): string => {
    const known = name ?? t('questionnaire.results.nameless');
    return until === null ? known : t('memberEvaluation.left', { name: known, when: format.moment(until) });
  };
  const column = (key: Figure, numberOf: (row: Row) => number | null) =>
    numberColumn<Row>(key, t(`memberEvaluation.of.${key}`), numberOf, 2, t, format);
  return [
    {
      key: 'group',
      title: t('memberEvaluation.group'),
      value: ({ group }) => group,
      cell: ({ group }) => group,
    },
    { key: 'name', title: t('questionnaire.results.name'), share: 1.4, value: nameOf, cell: nameOf },
    column('raters', ({ raters }) => raters),
    column('received', ({ received }) => received),
    column('own', ({ own }) => own),
    column('shrunken', ({ factors }) => factors.shrunken?.value ?? null),
    column('low', ({ factors }) => factors.shrunken?.low ?? null),
    column('high', ({ factors }) => factors.shrunken?.high ?? null),
    ...(['webpa', 'rpf', 'catme', 'teammates', 'sapa'] as const).map((method) =>
      column(method, ({ factors }) => factors[method]),
    ),
  ];
}
