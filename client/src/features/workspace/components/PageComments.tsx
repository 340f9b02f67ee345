import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Quote } from '../../peer-review/components/NoteCard.tsx';
import {
  type PageAddress,
  type PageComment,
  type Passage,
  useAddComment,
  usePageComments,
} from '../comments-api.ts';
import { findPassage, goToPassage, markPassages } from '../passages.ts';
import { CommentCard } from './CommentCard.tsx';
import { CommentForm } from './CommentForm.tsx';

interface PageCommentsProps {
  readonly address: PageAddress;
  readonly editor: Editor;
  /** What somebody wants to comment on. */
  readonly begun: Passage | null;
  readonly onBegun: (passage: Passage | null) => void;
}

/** One that was taken back is there for what was replied. */
const isShown = ({ text, replies }: PageComment): boolean => text !== null || replies.length > 0;

const NONE: readonly PageComment[] = [];

/** What members say on passages of a page: beside the text, or below it where there is no room. */
export function PageComments({ address, editor, begun, onBegun }: PageCommentsProps) {
  const { t } = useTranslation();
  const query = usePageComments(address);
  const add = useAddComment(address);
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const all = query.data?.items.filter(isShown) ?? NONE;
  const canWrite = query.data?.can.write ?? false;
  useMarks(editor, all, lookedAt);
  // Drawn anew when words are gone, or are there again.
  useEditorState({
    editor,
    selector: () => all.filter(({ passage }) => findPassage(editor.state, passage) === null).length,
  });

  const placeOf = ({ passage }: PageComment): number =>
    findPassage(editor.state, passage)?.from ?? Number.MAX_SAFE_INTEGER;
  const cards = (comments: readonly PageComment[]) =>
    comments.map((comment) => (
      <li key={comment.commentId}>
        <CommentCard
          address={address}
          comment={comment}
          canWrite={canWrite}
          onGoTo={
            findPassage(editor.state, comment.passage) === null
              ? null
              : () => {
                  setLookedAt(comment.commentId);
                  goToPassage(editor, comment.passage);
                }
          }
        />
      </li>
    ));
  const open = all
    .filter(({ resolved }) => resolved === null)
    .sort((one, other) => placeOf(one) - placeOf(other));
  const done = all.filter(({ resolved }) => resolved !== null);
  const list = cx(layout['stack'], layout['plainList']);
  return (
    <section aria-labelledby="page-comments" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="page-comments">{t('workspace.comments.title')}</h2>
      {query.isPending && <Skeleton isShort />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {begun !== null && (
        <div className={cx(layout['stack'], layout['tight'])}>
          <Quote quote={begun.quote} />
          {add.error !== null && <Problem error={add.error} />}
          <CommentForm
            label={t('workspace.comments.label')}
            submit={t('workspace.comments.add')}
            isPending={add.isPending}
            onCancel={() => {
              onBegun(null);
              editor.view.focus();
            }}
            onSubmit={(text) =>
              add.mutate(
                { commentId: newId(), passage: begun, text },
                {
                  onSuccess: () => {
                    onBegun(null);
                    announce(t('workspace.comments.added'));
                    editor.view.focus();
                  },
                },
              )
            }
          />
        </div>
      )}
      {query.isSuccess && open.length === 0 && begun === null && (
        <p className={cx(layout['muted'])}>
          {t(canWrite ? 'workspace.comments.none' : 'workspace.comments.noneTheirs')}
        </p>
      )}
      <ul className={list}>{cards(open)}</ul>
      {done.length > 0 && (
        <Disclosure title={t('workspace.comments.resolved', { count: done.length })}>
          <ul className={list}>{cards(done)}</ul>
        </Disclosure>
      )}
    </section>
  );
}

/** Marks the passages of what is open, and of the one that somebody looks at. */
function useMarks(editor: Editor, all: readonly PageComment[], lookedAt: string | null): void {
  useEffect(() => {
    if (editor.isDestroyed) return;
    const shown = all.filter(({ commentId, resolved }) => resolved === null || commentId === lookedAt);
    markPassages(
      editor,
      shown.map(({ passage, commentId }) => ({ passage, isLookedAt: commentId === lookedAt })),
    );
  }, [editor, all, lookedAt]);
}
