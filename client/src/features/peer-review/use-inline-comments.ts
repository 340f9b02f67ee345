import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../ui/toasts.ts';
import type { Anchor, InlineComment } from './inline-notes.ts';
import type { ReviewForm } from './review-form.ts';

const ID_CHARACTERS = 16;
const makeId = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, ID_CHARACTERS);

/** What is being written: the review with its comments on places. */
export interface Written {
  readonly getState: () => { readonly value: ReviewForm };
  readonly change: (value: ReviewForm) => void;
}

/** Adds, changes and removes comments on places in the review that is being written. */
export function useInlineComments(autosave: Written, workVersion: number) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<string | null>(null);
  const become = (make: (comments: readonly InlineComment[]) => readonly InlineComment[]) => {
    const { value } = autosave.getState();
    autosave.change({ ...value, inline: make(value.inline ?? []) });
  };
  const remove = (id: string) => become((comments) => comments.filter((comment) => comment.id !== id));
  return {
    /** Whose fields are open. */
    editing,
    open: setEditing,
    add(anchor: Anchor): void {
      const id = makeId();
      become((comments) => [...comments, { id, workVersion, anchor, text: '' }]);
      setEditing(id);
    },
    change: (id: string, part: Partial<Pick<InlineComment, 'text' | 'anchor' | 'criterionId'>>): void =>
      become((comments) =>
        comments.map((comment) => (comment.id === id ? { ...comment, ...part } : comment)),
      ),
    /** Nobody means a comment that says nothing. */
    close(id: string): void {
      const comment = autosave.getState().value.inline?.find((one) => one.id === id);
      if (comment?.text.trim() === '') remove(id);
      setEditing(null);
    },
    remove(id: string): void {
      const before = autosave.getState().value.inline?.find((one) => one.id === id);
      remove(id);
      setEditing(null);
      if (before === undefined || before.text.trim() === '') return;
      showToast({
        text: t('inline.removed'),
        undo: () => become((comments) => [...comments, before]),
      });
    },
  };
}

export type InlineComments = ReturnType<typeof useInlineComments>;
