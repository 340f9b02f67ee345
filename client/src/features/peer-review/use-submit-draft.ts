import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../app/api-client.ts';
import type { Autosave, Stored } from '../../app/autosave.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { announce } from '../../ui/announce.ts';
import { focusFirstInvalid } from '../../ui/focus-invalid.ts';

interface SubmitDraftOptions<Form, Saved> {
  readonly autosave: Autosave<Form>;
  /** How many things keep what is written from being submitted. */
  readonly problems: number;
  readonly send: (form: Form, expectedRevision: number) => Promise<Saved>;
  /** What is kept from then on. */
  readonly storedOf: (saved: Saved) => Stored<Form>;
  readonly onSubmitted: () => void;
}

/** Submits what is kept as a draft: not while something is missing, and what is refused stays as it is. */
export function useSubmitDraft<Form extends object, Saved>(options: SubmitDraftOptions<Form, Saved>) {
  const { autosave, problems, send, storedOf, onSubmitted } = options;
  const { t } = useTranslation();
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: (form: Form) => send(form, autosave.revision()),
  });
  const [wasTried, setWasTried] = useState(false);
  const element = useRef<HTMLFormElement>(null);

  async function submit(form: Form): Promise<void> {
    await autosave.settle();
    try {
      autosave.reset(storedOf(await mutateAsync(form)));
      onSubmitted();
    } catch (failure) {
      // Saving it as a draft finds out what the other tab has done, and asks.
      autosave.change({ ...form });
      if (failure instanceof ApiError && failure.code === 'STALE_REVISION') autosave.flush();
    }
  }

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    setWasTried(true);
    if (problems === 0) return void submit(autosave.getState().value);
    announce(t('common.formErrors', { count: problems }));
    focusFirstInvalid(element);
  }

  return { element, onSubmit, wasTried, isPending, error };
}
