import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useExample } from '../calibration-api.ts';
import { ExampleForm } from '../components/ExampleForm.tsx';

/** One example work, with what staff give it. */
export default function ExamplePage() {
  const { t } = useTranslation();
  const { activityId = '', exampleId = '' } = useParams();
  const query = useExample(activityId, exampleId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const example = query.data;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={example.revision === 0 ? t('calibration.form.new') : example.title}
        trail={[
          { title: example.activityTitle, to: `/activities/${activityId}` },
          { title: t('calibration.staffTitle'), to: `/activities/${activityId}/examples` },
        ]}
      />
      <ExampleForm key={example.revision} activityId={activityId} example={example} />
    </div>
  );
}
