import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Attribute, type Attributes, useDeleteAttributes } from '../formation-api.ts';
import { ImportAttributes } from './ImportAttributes.tsx';
import { TakeAnswers } from './TakeAnswers.tsx';
import styles from './Formation.module.css';

const VALUES_SHOWN = 6;

/** What is known of people: from files and from answers, seen by staff alone, and deleted when they like. */
export function AttributesPanel({ known }: { readonly known: Attributes }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'file' | 'answers' | null>(null);
  const [deleting, setDeleting] = useState<Attribute | null>(null);
  const close = () => setOpen(null);
  return (
    <section className={cx(layout['stack'])} aria-labelledby="known">
      <div className={cx(layout['stack'], layout['tight'])}>
        <h2 id="known">{t('formation.known.title')}</h2>
        <p className={cx(layout['muted'], layout['measure'])}>{t('formation.known.text')}</p>
      </div>
      {known.items.length === 0 ? (
        <p>{t('formation.known.empty')}</p>
      ) : (
        <ul className={cx(styles['rows'])}>
          {known.items.map((attribute) => (
            <li key={attribute.id} className={cx(styles['row'])}>
              <div className={cx(styles['words'])}>
                <strong dir="auto">{attribute.name}</strong>{' '}
                <span className={cx(layout['muted'], layout['small'])}>
                  {t(`formation.type.${attribute.type}`)} · {t(`formation.source.${attribute.source}`)} ·{' '}
                  {t('groups.members', { count: attribute.known })}
                </span>
                {attribute.values.length > 0 && (
                  <p className={cx(layout['small'])}>
                    <bdi>
                      {attribute.values
                        .slice(0, VALUES_SHOWN)
                        .map(({ value, count }) => `${value} (${count})`)
                        .join(', ')}
                      {attribute.values.length > VALUES_SHOWN && ' …'}
                    </bdi>
                  </p>
                )}
              </div>
              {known.can.edit && (
                <Button
                  variant="quiet"
                  aria-label={t('formation.known.deleteNamed', { name: attribute.name })}
                  onPress={() => setDeleting(attribute)}
                >
                  {t('formation.known.delete')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {known.can.edit && open === null && (
        <div className={cx(layout['row'])}>
          <Button onPress={() => setOpen('file')}>{t('formation.import.open')}</Button>
          {known.questionnaires.length > 0 && (
            <Button onPress={() => setOpen('answers')}>{t('formation.answers.open')}</Button>
          )}
        </div>
      )}
      {open === 'file' && <ImportAttributes onClose={close} />}
      {open === 'answers' && <TakeAnswers questionnaires={known.questionnaires} onClose={close} />}
      {deleting !== null && <DeleteDialog attribute={deleting} onClose={() => setDeleting(null)} />}
    </section>
  );
}

function DeleteDialog({
  attribute,
  onClose,
}: {
  readonly attribute: Attribute;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const remove = useDeleteAttributes();
  const { name, known } = attribute;
  const done = () => {
    showToast({ text: t('formation.known.deleted', { name }) });
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('formation.known.deleteNamed', { name })}
      confirm={t('formation.known.delete')}
      isPending={remove.isPending}
      onConfirm={() => remove.mutate([attribute.id], { onSuccess: done })}
      onClose={onClose}
    >
      <p>{t('formation.known.deleteText', { people: t('groups.members', { count: known }) })}</p>
      {remove.error !== null && <Problem error={remove.error} />}
    </ConfirmDialog>
  );
}
