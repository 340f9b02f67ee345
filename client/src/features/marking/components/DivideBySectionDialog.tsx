import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type SectionDivision, useDivide, usePreviewDivision } from '../api.ts';

interface DivideBySectionDialogProps {
  readonly activityId: string;
  readonly onClose: () => void;
}

/** What dividing by section would do, and doing it. */
export function DivideBySectionDialog({ activityId, onClose }: DivideBySectionDialogProps) {
  const { t } = useTranslation();
  // What was shown is what is done.
  const [seed] = useState(newId);
  const preview = usePreviewDivision(activityId, seed);
  const divide = useDivide(activityId);
  const save = (): void => {
    if (preview.data === undefined) return;
    divide.mutate(
      { kind: 'bySection', seed },
      {
        onSuccess: () => {
          announce(t('marking.shares.divided'));
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={t('sections.divide.title')}
      confirm={t('sections.divide.confirm')}
      isPending={divide.isPending || preview.data === undefined}
      onConfirm={save}
      onClose={onClose}
    >
      {preview.isError && <Problem error={preview.error} />}
      {preview.data === undefined ? !preview.isError && <Skeleton isShort /> : <Outcome of={preview.data} />}
      {divide.error !== null && <Problem error={divide.error} />}
    </ConfirmDialog>
  );
}

function Outcome({ of }: { readonly of: SectionDivision }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sections, withoutSection, withoutAssistants, staff } = of;
  const nameOf = (name: string | null): string => name ?? t('groups.person');
  return (
    <div className={cx(layout['stack'])}>
      <p>{t('sections.divide.text')}</p>
      <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="division-sections">
        <h3 id="division-sections">{t('sections.title')}</h3>
        <ul className={cx(layout['plainList'])}>
          {sections.map(({ id, name, works, assistants }) => (
            <li key={id}>
              {t('sections.divide.section', {
                name: name ?? t('sections.unnamed'),
                works: t('sections.divide.works', { count: works }),
                who:
                  assistants.length === 0
                    ? t('sections.nobody')
                    : assistants.map((one) => nameOf(one.name)).join(', '),
              })}
            </li>
          ))}
        </ul>
      </section>
      {withoutSection > 0 && <p>{t('sections.divide.withoutSection', { count: withoutSection })}</p>}
      {withoutAssistants > 0 && <p>{t('sections.divide.withoutAssistants', { count: withoutAssistants })}</p>}
      <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="division-people">
        <h3 id="division-people">{t('sections.divide.people')}</h3>
        <ul className={cx(layout['plainList'])}>
          {staff.map(({ id, name, works }) => (
            <li key={id}>
              {t('sections.divide.person', { name: nameOf(name), number: format.number(works) })}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
