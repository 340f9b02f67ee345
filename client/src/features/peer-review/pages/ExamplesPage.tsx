import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { EXAMPLES_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type ExampleList, useExamples, useRemoveExample } from '../calibration-api.ts';
import { CalibrationsSection } from '../components/CalibrationsSection.tsx';
import styles from '../components/ReviewTasks.module.css';

/** Example works that staff score, and who has reviewed them with what agreement. */
export default function ExamplesPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = useExamples(activityId);
  // One id per visit: going back and adding again makes another one.
  const [nextId] = useState(newId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const list = query.data;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('calibration.staffTitle')}
        trail={[{ title: list.activityTitle, to: `/activities/${activityId}` }]}
      />
      <p className={cx(layout['prose'])}>{t('calibration.staffIntro')}</p>
      <Advice list={list} />
      <section className={cx(layout['stack'])} aria-labelledby="examples">
        <h2 id="examples">{t('calibration.examples')}</h2>
        {list.examples.length === 0 ? (
          <EmptyState title={t('calibration.noExamples.title')}>
            {t('calibration.noExamples.text')}
          </EmptyState>
        ) : (
          <ul className={cx(styles['list'])}>
            {list.examples.map((example) => (
              <Row key={example.id} activityId={activityId} example={example} />
            ))}
          </ul>
        )}
        {list.examples.length < EXAMPLES_MAX && (
          <div>
            <ButtonLink
              to={`/activities/${activityId}/examples/${nextId}`}
              variant={list.examples.length === 0 ? 'primary' : 'secondary'}
            >
              {t('calibration.add')}
            </ButtonLink>
          </div>
        )}
      </section>
      {list.isOn && (
        <CalibrationsSection activityId={activityId} title={list.activityTitle} pass={list.pass} />
      )}
    </div>
  );
}

/** What does not fit together yet. */
function Advice({ list }: { readonly list: ExampleList }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!list.isOn) return <Banner tone="warn">{t('calibration.isOff')}</Banner>;
  const ready = list.examples.filter(({ isReady }) => isReady).length;
  if (list.pass === null || ready >= list.pass.examples) return null;
  return (
    <Banner tone="warn">
      {t('calibration.tooFew', { count: list.pass.examples, ready: format.number(ready) })}
    </Banner>
  );
}

interface RowProps {
  readonly activityId: string;
  readonly example: ExampleList['examples'][number];
}

function Row({ activityId, example }: RowProps) {
  const { t } = useTranslation();
  const remove = useRemoveExample(activityId);
  const [isAsking, setIsAsking] = useState(false);
  const { id, title, isReady } = example;
  function confirm(): void {
    setIsAsking(false);
    remove.mutate(id, { onSuccess: () => showToast({ text: t('calibration.removed', { title }) }) });
  }
  return (
    <li className={cx(styles['task'])}>
      <span className={cx(styles['name'])}>
        <Link to={`/activities/${activityId}/examples/${id}`}>{title}</Link>
      </span>
      <Badge tone={isReady ? 'good' : 'warn'}>
        {t(isReady ? 'calibration.ready' : 'calibration.notReady')}
      </Badge>
      <Button
        aria-label={t('calibration.removeOne', { title })}
        isPending={remove.isPending}
        onPress={() => setIsAsking(true)}
      >
        {t('calibration.remove')}
      </Button>
      {remove.error !== null && <Problem error={remove.error} />}
      {isAsking && (
        <ConfirmDialog
          title={t('calibration.removeTitle', { title })}
          confirm={t('calibration.remove')}
          isPending={false}
          onConfirm={confirm}
          onClose={() => setIsAsking(false)}
        >
          <p>{t('calibration.removeText')}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
