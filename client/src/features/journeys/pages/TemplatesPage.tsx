import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Table } from '../../../ui/Table.tsx';
import { showToast } from '../../../ui/toasts.ts';
import {
  type Journey,
  type Template,
  useJourneys,
  useRemoveJourney,
  useRemoveTemplate,
  useTemplates,
} from '../api.ts';
import { RelativeDates } from '../components/StepDates.tsx';

const MakeDraftDialog = lazy(() => import('../components/MakeDraftDialog.tsx'));
const RenameTemplateDialog = lazy(() => import('../components/RenameTemplateDialog.tsx'));

/** The templates and journeys of a course. */
export default function TemplatesPage() {
  const { t } = useTranslation();
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('templates.link')} />
        <p className={cx(layout['muted'])}>{t('templates.intro')}</p>
      </div>
      <Templates />
      <Journeys />
    </div>
  );
}

function Templates() {
  const { t } = useTranslation();
  const templates = useTemplates();
  return (
    <section className={cx(layout['stack'])} aria-labelledby="templates">
      <h2 id="templates">{t('templates.heading')}</h2>
      {templates.isPending && <Skeleton />}
      {templates.isError && <Problem error={templates.error} retry={() => void templates.refetch()} />}
      {templates.data?.items.length === 0 && (
        <EmptyState title={t('templates.empty')}>{t('templates.emptyText')}</EmptyState>
      )}
      {templates.data !== undefined && templates.data.items.length > 0 && (
        <TemplateTable templates={templates.data.items} mayEdit={templates.data.can.edit} />
      )}
    </section>
  );
}

interface TemplateTableProps {
  readonly templates: readonly Template[];
  readonly mayEdit: boolean;
}

function TemplateTable({ templates, mayEdit }: TemplateTableProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ kind: 'use' | 'rename'; template: Template } | null>(null);
  const remove = useRemoveTemplate();
  const close = () => setOpen(null);
  const removeIt = ({ id, name }: Template) =>
    remove.mutate(
      { id, removed: true },
      {
        onSuccess: () => {
          const undo = () => remove.mutate({ id, removed: false });
          showToast({ text: t('templates.removed', { name }), undo });
        },
      },
    );
  const buttons = (template: Template) => (
    <div data-wide className={cx(layout['row'], layout['snug'])}>
      <Button
        aria-label={t('templates.useNamed', { name: template.name })}
        onPress={() => setOpen({ kind: 'use', template })}
      >
        {t('templates.useOpen')}
      </Button>
      <Button
        variant="quiet"
        aria-label={t('templates.renameNamed', { name: template.name })}
        onPress={() => setOpen({ kind: 'rename', template })}
      >
        {t('templates.renameOpen')}
      </Button>
      <Button
        variant="quiet"
        aria-label={t('templates.removeNamed', { name: template.name })}
        onPress={() => removeIt(template)}
      >
        {t('templates.remove')}
      </Button>
    </div>
  );
  return (
    <>
      {remove.error !== null && <Problem error={remove.error} />}
      <Table
        label={t('templates.heading')}
        rows={templates}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: t('templates.name'), cell: ({ name }) => name },
          {
            key: 'description',
            title: t('templates.description'),
            cell: ({ description }) => description || t('common.none'),
          },
          { key: 'dates', title: t('timeline.title'), cell: datesOf },
          ...(mayEdit ? [{ key: 'actions', title: t('templates.actions'), cell: buttons }] : []),
        ]}
      />
      <Suspense fallback={null}>
        {open?.kind === 'use' && (
          <MakeDraftDialog
            source={{ kind: 'template', id: open.template.id }}
            title={open.template.title}
            onClose={close}
          />
        )}
        {open?.kind === 'rename' && <RenameTemplateDialog template={open.template} onClose={close} />}
      </Suspense>
    </>
  );
}

const datesOf = ({ dates }: Template) => <RelativeDates dates={dates} />;

function Journeys() {
  const { t } = useTranslation();
  const journeys = useJourneys();
  const [nextId] = useState(newId);
  return (
    <section className={cx(layout['stack'])} aria-labelledby="journeys">
      <h2 id="journeys">{t('journeys.heading')}</h2>
      {journeys.isPending && <Skeleton />}
      {journeys.isError && <Problem error={journeys.error} retry={() => void journeys.refetch()} />}
      {journeys.data?.items.length === 0 && (
        <EmptyState title={t('journeys.empty')}>{t('journeys.emptyText')}</EmptyState>
      )}
      {journeys.data !== undefined && journeys.data.items.length > 0 && (
        <JourneyTable journeys={journeys.data.items} mayEdit={journeys.data.can.edit} />
      )}
      {journeys.data?.can.edit === true && (
        <div>
          <ButtonLink to={`/journeys/${nextId}`}>{t('journeys.new')}</ButtonLink>
        </div>
      )}
    </section>
  );
}

function JourneyTable({
  journeys,
  mayEdit,
}: {
  readonly journeys: readonly Journey[];
  readonly mayEdit: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = useRemoveJourney();
  const removeIt = ({ id, name }: Journey) =>
    remove.mutate(
      { id, removed: true },
      {
        onSuccess: () => {
          const undo = () => remove.mutate({ id, removed: false });
          showToast({ text: t('templates.removed', { name }), undo });
        },
      },
    );
  const nameOf = ({ id, name }: Journey) => (mayEdit ? <Link to={`/journeys/${id}`}>{name}</Link> : name);
  const button = (journey: Journey) => (
    <Button
      variant="quiet"
      aria-label={t('templates.removeNamed', { name: journey.name })}
      onPress={() => removeIt(journey)}
    >
      {t('templates.remove')}
    </Button>
  );
  return (
    <>
      {remove.error !== null && <Problem error={remove.error} />}
      <Table
        label={t('journeys.heading')}
        rows={journeys}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('templates.name'),
            cell: nameOf,
          },
          { key: 'steps', title: t('journeys.steps'), cell: ({ steps }) => format.number(steps.length) },
          ...(mayEdit ? [{ key: 'actions', title: t('templates.actions'), cell: button }] : []),
        ]}
      />
    </>
  );
}
