import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { findItemFaults, type Item } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { Select } from '../../../ui/Select.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type BankItem, useBankItem, useSaveBankItem } from '../bank-api.ts';
import { ITEM_KINDS, newItem } from '../builder-form.ts';
import { ItemFields } from '../components/ItemEditor.tsx';
import { TagsField } from '../components/TagsField.tsx';
import styles from '../components/Questionnaire.module.css';

/** Writes a question for the bank. */
export function NewBankItemPage() {
  const [id] = useState(newId);
  return <BankItemForm id={id} saved={null} />;
}

/** Changes one that is there. */
export function EditBankItemPage() {
  const { bankItemId = '' } = useParams();
  const query = useBankItem(bankItemId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  return <BankItemForm id={bankItemId} saved={query.data} />;
}

interface BankItemFormProps {
  readonly id: string;
  /** Null for a new one. */
  readonly saved: BankItem | null;
}

function BankItemForm({ id, saved }: BankItemFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [item, setItem] = useState<Item>(() => saved?.item ?? newItem('oneChoice'));
  const [tags, setTags] = useState<string[]>(saved?.tags ?? []);
  // What others save meanwhile is not written over: the revision is that of what stands in the form.
  const [revision] = useState(saved?.revision ?? 0);
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useSaveBankItem(id);
  const fault = findItemFaults([item]).get(item.id);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setShowsFaults(true);
    if (fault !== undefined) {
      announce(t('common.formErrors', { count: 1 }));
      focusFirstInvalid(form);
      return;
    }
    save.mutate(
      { item, tags, expectedRevision: revision },
      {
        onSuccess: () => {
          showToast({ text: t('questionBank.saved') });
          void navigate('/questionnaires/bank');
        },
      },
    );
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      className={cx(layout['stack'], layout['page'], styles['narrow'])}
    >
      <PageHeading
        title={t(saved === null ? 'questionBank.new' : 'questionBank.question')}
        trail={[
          { title: t('questionnaire.title'), to: '/questionnaires' },
          { title: t('questionBank.title'), to: '/questionnaires/bank' },
        ]}
      />
      {saved === null && (
        <Select
          label={t('questionBank.kind')}
          choices={ITEM_KINDS.map((kind) => ({ id: kind, text: t(`questionnaire.kinds.${kind}`) }))}
          value={item.kind}
          onChange={(kind) => {
            const { text, hint, required } = item;
            setItem({ ...newItem(kind), text, hint, required });
          }}
        />
      )}
      <ItemFields
        key={item.kind}
        item={item}
        n={1}
        fault={showsFaults ? fault : undefined}
        onChange={setItem}
      />
      <TagsField tags={tags} onChange={setTags} />
      {save.error !== null && <Problem error={save.error} />}
      <div className={cx(layout['row'])}>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('questionnaire.build.save')}
        </Button>
        <ButtonLink to="/questionnaires/bank">{t('common.cancel')}</ButtonLink>
      </div>
    </form>
  );
}
