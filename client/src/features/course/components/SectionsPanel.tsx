import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import { type Section, type Sections, useChooseSections, useSections } from '../sections-api.ts';
import { useSetName } from '../use-set-name.ts';
import { AssistantsDialog } from './AssistantsDialog.tsx';

/** Stands for "no set" among the choices. */
const NONE = 'none';

/** Which group set's groups are the sections of the course, and who looks after them. */
export function SectionsPanel() {
  const { t } = useTranslation();
  const query = useSections();
  return (
    <section className={cx(layout['stack'])} aria-labelledby="sections">
      <h2 id="sections">{t('sections.title')}</h2>
      <p className={cx(layout['muted'], layout['measure'])}>{t('sections.intro')}</p>
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data === undefined ? !query.isError && <Skeleton /> : <Panel sections={query.data} />}
    </section>
  );
}

function Panel({ sections }: { readonly sections: Sections }) {
  const { t } = useTranslation();
  const nameOf = useSetName();
  const choose = useChooseSections();
  const pick = (id: string): void =>
    choose.mutate(id === NONE ? null : id, { onSuccess: () => announce(t('sections.chosen')) });
  return (
    <>
      <div className={cx(layout['measure'])}>
        <Select
          label={t('sections.set')}
          hint={t('sections.setHint')}
          value={sections.setId ?? NONE}
          choices={[
            { id: NONE, text: t('sections.none') },
            ...sections.sets.map((set) => ({ id: set.id, text: nameOf(set) })),
          ]}
          onChange={pick}
        />
      </div>
      {choose.error !== null && <Problem error={choose.error} />}
      {sections.setId !== null &&
        (sections.sections.length === 0 ? (
          <p className={cx(layout['muted'])}>{t('sections.empty')}</p>
        ) : (
          <SectionTable sections={sections} />
        ))}
    </>
  );
}

function SectionTable({ sections }: { readonly sections: Sections }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Section | null>(null);
  return (
    <>
      <DataTable
        label={t('sections.table')}
        columns={columnsOf(t, sections.can.edit ? setAsking : null)}
        rows={sections.sections}
        rowKey={({ id }) => id}
        exportName={t('sections.title')}
      />
      {asking !== null && (
        <AssistantsDialog section={asking} staff={sections.staff} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

/** @param onChange null: it cannot be changed */
function columnsOf(t: TFunction, onChange: ((section: Section) => void) | null): DataColumn<Section>[] {
  const nameOf = ({ name }: Section): string => name ?? t('sections.unnamed');
  const assistantsOf = ({ assistants }: Section): string =>
    assistants.map(({ name }) => name ?? t('groups.person')).join(', ');
  return [
    {
      key: 'name',
      title: t('sections.section'),
      share: 2,
      value: nameOf,
      cell: (section) => <bdi>{nameOf(section)}</bdi>,
    },
    {
      key: 'members',
      title: t('sections.people'),
      isNumber: true,
      value: ({ members }) => members,
      cell: ({ members }) => members,
    },
    {
      key: 'assistants',
      title: t('sections.assistants'),
      share: 2,
      value: assistantsOf,
      cell: (section) => (
        <span className={cx(layout['row'], layout['snug'])}>
          {section.assistants.length === 0 ? (
            <span className={cx(layout['muted'])}>{t('sections.nobody')}</span>
          ) : (
            <bdi>{assistantsOf(section)}</bdi>
          )}
          {onChange !== null && (
            <Button
              variant="quiet"
              aria-haspopup="dialog"
              aria-label={t('sections.changeOf', { name: nameOf(section) })}
              onPress={() => onChange(section)}
            >
              {t('sections.change')}
            </Button>
          )}
        </span>
      ),
    },
  ];
}
