import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { ExclusionsTable } from '../components/ExclusionsTable.tsx';
import { PasteExclusions } from '../components/PasteExclusions.tsx';
import { type Exclusion, useChangeExclusions, useExclusions } from '../exclusions-api.ts';

/** Who must not review whom, in the whole course. */
export default function ConflictsPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = useExclusions();
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <PageSkeleton />;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <div>
          <Link to={`/activities/${activityId}`}>{t('launch.work.back')}</Link>
        </div>
        <PageHeading title={t('exclusions.title')} />
        <p className={cx(layout['prose'])}>{t('exclusions.intro')}</p>
      </div>
      <Pairs {...query.data} />
    </div>
  );
}

interface PairsProps {
  readonly exclusions: readonly Exclusion[];
  readonly learners: readonly { readonly id: string; readonly name: string | null }[];
}

/** Two people are named, and the list of all; either change can be undone at once. */
function Pairs({ exclusions, learners }: PairsProps) {
  const { t } = useTranslation();
  const change = useChangeExclusions();
  const heading = useRef<HTMLHeadingElement>(null);
  const [count, setCount] = useState(0);
  const [first, setFirst] = useState<string | null>(null);
  const [second, setSecond] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const unnamed = t('launch.work.unnamed');
  const choices = learners.map(({ id, name }) => ({ id, text: name ?? unnamed }));
  const nameOf = (id: string) => choices.find((one) => one.id === id)?.text ?? unnamed;

  function set(pair: readonly [string, string], names: { first: string; second: string }, apart: boolean) {
    const text = t(apart ? 'exclusions.added' : 'exclusions.lifted', names);
    const undo = () => change.mutate({ pairs: [pair], apart: !apart });
    change.mutate({ pairs: [pair], apart }, { onSuccess: () => showToast({ text, undo }) });
  }

  function add(): void {
    const isWrong = first === null || second === null || first === second;
    setError(isWrong ? t('exclusions.chooseTwo') : undefined);
    if (isWrong) return announce(t('exclusions.chooseTwo'));
    set([first, second], { first: nameOf(first), second: nameOf(second) }, true);
    setFirst(null);
    setSecond(null);
    // Fields that have done their work are empty again.
    setCount(count + 1);
  }

  function lift({ first: one, second: other }: Exclusion): void {
    set([one.id, other.id], { first: one.name ?? unnamed, second: other.name ?? unnamed }, false);
    // The pressed button goes with its row.
    heading.current?.focus();
  }

  return (
    <>
      <div key={count} className={cx(layout['measure'], layout['stack'])}>
        <ComboBox label={t('exclusions.first')} choices={choices} value={first} onChange={setFirst} />
        <ComboBox
          label={t('exclusions.second')}
          choices={choices}
          value={second}
          error={error}
          onChange={setSecond}
        />
        <div>
          <Button variant="primary" isPending={change.isPending} onPress={add}>
            {t('exclusions.add')}
          </Button>
        </div>
      </div>
      {change.error !== null && <Problem error={change.error} />}
      <PasteExclusions />
      <section className={cx(layout['stack'])} aria-labelledby="apart">
        <h2 id="apart" ref={heading} tabIndex={-1}>
          {t('exclusions.list')}
        </h2>
        <ExclusionsTable exclusions={exclusions} onLift={lift} />
      </section>
    </>
  );
}
