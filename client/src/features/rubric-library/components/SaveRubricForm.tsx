import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TITLE_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Criterion } from '../../peer-review/api.ts';
import { useRubrics, useSaveRubric } from '../api.ts';

/** Keeps the form's rubric under a name; of one that is there already, as its next version. */
export function SaveRubricForm({ criteria }: { readonly criteria: Criterion[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rubrics = useRubrics();
  const save = useSaveRubric();
  const [name, setName] = useState('');
  const [wasTried, setWasTried] = useState(false);
  // One id for all tries, so that a try whose answer was lost keeps nothing twice.
  const [freshId, setFreshId] = useState(newId);
  const known = rubrics.data?.items.find((one) => one.name === name.trim());

  function wrong(): string | undefined {
    if (name.trim() === '') return t('peerReview.setUp.invalid.required');
    return name.length > TITLE_MAX ? t('peerReview.setUp.invalid.tooLong', { max: TITLE_MAX }) : undefined;
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    // The settings' own form is around the dialog for React, though not on the page.
    event.stopPropagation();
    setWasTried(true);
    if (wrong() !== undefined) return;
    save.mutate(
      {
        rubricId: known?.id ?? freshId,
        name: name.trim(),
        criteria,
        expectedVersion: known?.version ?? 0,
      },
      {
        onSuccess: (saved) => {
          announce(t('rubricLibrary.keptAs', { name: saved.name, n: format.number(saved.version) }));
          setFreshId(newId());
          setName('');
          setWasTried(false);
        },
      },
    );
  }

  return (
    <form noValidate className={cx(layout['stack'], layout['tight'])} onSubmit={submit}>
      <h3>{t('rubricLibrary.keep')}</h3>
      <TextField
        label={t('rubricLibrary.name')}
        hint={
          known === undefined
            ? t('rubricLibrary.asNew')
            : t('rubricLibrary.asVersion', { n: format.number(known.version + 1) })
        }
        value={name}
        error={wasTried ? wrong() : undefined}
        onChange={setName}
      />
      {save.error !== null && <Problem error={save.error} />}
      {save.isSuccess && (
        <p>{t('rubricLibrary.keptAs', { name: save.data.name, n: format.number(save.data.version) })}</p>
      )}
      <div className={cx(layout['row'])}>
        <Button type="submit" isPending={save.isPending}>
          {t('rubricLibrary.keepButton')}
        </Button>
      </div>
    </form>
  );
}
