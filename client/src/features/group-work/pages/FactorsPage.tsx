import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { FactorChoiceFields } from '../components/FactorChoiceFields.tsx';
import { changeOf, FactorEffect } from '../components/FactorEffect.tsx';
import {
  type Choice,
  type ChoicePart,
  type Factors,
  useApplyFactors,
  useFactors,
  useTakeBackFactors,
} from '../factors-api.ts';

/** For staff: what members say of each other, as it would change grades; then they apply it, or take it back. */
export default function FactorsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const [wanted, setWanted] = useState<ChoicePart>({});
  const query = useFactors(activityId, wanted);
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <PageSkeleton />;
  const factors = query.data;
  const { title, choice, isOver } = factors;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('groupWork.factors.title')}
        trail={[{ title, to: `/group-work/${activityId}` }]}
      />
      <p className={cx(layout['prose'])}>{t('groupWork.factors.intro')}</p>
      <Applied activityId={activityId} factors={factors} />
      {choice === null ? (
        <EmptyState title={t('groupWork.factors.none.title')}>
          <p>{t('groupWork.factors.none.text')}</p>
          <Link to="/questionnaires">{t('groupWork.factors.none.link')}</Link>
        </EmptyState>
      ) : (
        <>
          <FactorChoiceFields
            factors={factors}
            choice={{ ...choice, ...without(wanted) }}
            onChange={(part) => setWanted((before) => ({ ...before, ...part }))}
          />
          {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
          {!isOver && (
            <Banner tone="info" title={t('groupWork.factors.open.title')}>
              <p>{t('groupWork.factors.open.text')}</p>
              <Link to={`/questionnaires/${choice.questionnaireId}`}>{t('groupWork.factors.open.link')}</Link>
            </Banner>
          )}
          <FactorEffect factors={factors} />
          <Apply
            activityId={activityId}
            factors={factors}
            choice={choice}
            isCurrent={!query.isPlaceholderData}
            onApplied={() => setWanted({})}
          />
        </>
      )}
    </div>
  );
}

/** Those parts that are chosen. */
const without = (wanted: ChoicePart): Partial<Choice> =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));

interface PartProps {
  readonly activityId: string;
  readonly factors: Factors;
}

/** What counts now, since when, and what has come since. */
function Applied({ activityId, factors }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const takeBack = useTakeBackFactors(activityId);
  const { applied, revision, can } = factors;
  if (applied === null) return null;
  const { choice, answersSince } = applied;
  const done = t(applied.hasEarlier ? 'groupWork.factors.takenBackTo' : 'groupWork.factors.takenBack');
  return (
    <>
      <Banner tone="good" title={t('groupWork.factors.applied.title', { when: format.moment(applied.at) })}>
        <p>
          {t('groupWork.factors.applied.text', {
            title: applied.title,
            percent: format.percent(choice.percent),
            method: t(`groupWork.factors.methods.${choice.method}.name`),
            min: format.number(choice.min),
            max: format.number(choice.max),
            name: applied.by ?? t('groupWork.somebody'),
          })}
        </p>
        {answersSince > 0 && (
          <p>
            <strong>{t('groupWork.factors.applied.since', { count: answersSince })}</strong>
          </p>
        )}
      </Banner>
      {can.takeBack && (
        <div>
          <Button
            isPending={takeBack.isPending}
            onPress={() => takeBack.mutate(revision, { onSuccess: () => showToast({ text: done }) })}
          >
            {t('groupWork.factors.takeBack')}
          </Button>
        </div>
      )}
      {takeBack.error !== null && <Problem error={takeBack.error} />}
    </>
  );
}

interface ApplyProps extends PartProps {
  readonly choice: Choice;
  /** What is shown is what is chosen. */
  readonly isCurrent: boolean;
  readonly onApplied: () => void;
}

function Apply({ activityId, factors, choice, isCurrent, onApplied }: ApplyProps) {
  const { t } = useTranslation();
  const apply = useApplyFactors(activityId);
  const [isAsked, setIsAsked] = useState(false);
  const { people, seen, revision, applied, can } = factors;
  if (!can.apply) return null;
  const button = t(applied === null ? 'groupWork.factors.apply' : 'groupWork.factors.again');
  const changes = people.map((one) => changeOf(one) ?? 0);
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      {apply.error !== null && <Problem error={apply.error} />}
      <div>
        <Button variant="primary" isDisabled={!isCurrent} onPress={() => setIsAsked(true)}>
          {button}
        </Button>
      </div>
      {isAsked && (
        <ConfirmDialog
          title={t('groupWork.factors.ask.title')}
          confirm={button}
          isPending={apply.isPending}
          onConfirm={() =>
            apply.mutate(
              { choice, seen, revision },
              {
                onSuccess: () => {
                  onApplied();
                  showToast({ text: t('groupWork.factors.done') });
                },
                onSettled: () => setIsAsked(false),
              },
            )
          }
          onClose={() => setIsAsked(false)}
        >
          <p>
            {t('groupWork.factors.ask.raised', { count: changes.filter((one) => one > 0).length })}{' '}
            {t('groupWork.factors.ask.lowered', { count: changes.filter((one) => one < 0).length })}
          </p>
          <p>{t('groupWork.factors.ask.text')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
