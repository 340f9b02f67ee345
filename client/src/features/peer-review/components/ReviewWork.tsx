import { type ReactNode, type RefObject, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INLINE_COMMENTS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { anchorIn, type Passage, passagesOf } from '../../../../../server/src/contracts/passages.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { type SelectedPlace, useSelectedPlace } from '../../../ui/rich-text/use-selected-place.ts';
import type { Anchor, InlineComment, PlacedNote } from '../inline-notes.ts';
import type { CommentingReview, ReviewTarget } from '../review-target.ts';
import { useInlineComments, type Written } from '../use-inline-comments.ts';
import { useReviewDraft } from '../use-review-draft.ts';
import { DrawArea } from './DrawArea.tsx';
import { InlineEditor } from './InlineEditor.tsx';
import { NotedWork } from './NotedWork.tsx';
import { PassagePicker } from './PassagePicker.tsx';
import styles from './ReviewWork.module.css';
import { WorkView } from './WorkView.tsx';

export interface ReviewWorkProps {
  readonly review: CommentingReview;
  readonly target: ReviewTarget;
}

const NONE: readonly InlineComment[] = [];

/** The work that one reviews, with one's comments on places in it: part of the review that is being written beside it. */
export default function ReviewWork({ review, target }: ReviewWorkProps) {
  const { autosave, state } = useReviewDraft(target, review);
  const comments = state.value.inline ?? NONE;
  const { workText: text, workFiles: files, workLinks: links } = review;
  if (!review.invitesInline && comments.length === 0)
    return <WorkView text={text} files={files} links={links} />;
  return <CommentedWork review={review} comments={comments} autosave={autosave} />;
}

interface CommentedWorkProps {
  readonly review: Pick<
    CommentingReview,
    'workText' | 'workFiles' | 'workLinks' | 'workVersion' | 'invitesInline' | 'criteria' | 'can'
  >;
  readonly comments: readonly InlineComment[];
  readonly autosave: Written;
}

/** A work with the comments that one writes on places in it. */
export function CommentedWork({ review, comments, autosave }: CommentedWorkProps) {
  const { t } = useTranslation();
  const { workText: text, workFiles: files, workLinks: links, criteria } = review;
  const around = useRef<HTMLDivElement>(null);
  const passages = useMemo(() => passagesOf(text), [text]);
  const inline = useInlineComments(autosave, review.workVersion);
  const isFull = comments.length >= INLINE_COMMENTS_MAX;
  const canAdd = review.can.edit && review.invitesInline && !isFull;
  const pages = usePageTools(canAdd, inline.add);
  const notes = useMemo(() => {
    const titles = new Map(criteria.map(({ id, title }) => [id, title]));
    return comments.map(({ id, anchor, text: said, criterionId }) => ({
      key: id,
      anchor,
      text: said,
      criterion: titles.get(criterionId ?? '') ?? null,
      by: null,
    }));
  }, [comments, criteria]);

  function edit({ key, number }: PlacedNote, toPlace: ReactNode): ReactNode {
    const comment = comments.find(({ id }) => id === key);
    if (!comment) return null;
    return (
      <InlineEditor
        comment={comment}
        number={number}
        criteria={criteria}
        inline={inline}
        toPlace={toPlace}
        canEdit={review.can.edit}
      />
    );
  }

  return (
    <NotedWork
      text={text}
      files={files}
      links={links}
      notes={notes}
      edit={edit}
      textRef={around}
      aboveText={
        <>
          {canAdd && <PassagePicker passages={passages} onPick={inline.add} />}
          {isFull && (
            <p className={cx(layout['muted'], layout['small'])}>
              {t('inline.full', { max: INLINE_COMMENTS_MAX })}
            </p>
          )}
          {!review.invitesInline && review.can.edit && (
            <p className={cx(layout['muted'], layout['small'])}>{t('inline.notInvited')}</p>
          )}
        </>
      }
      overText={canAdd && <OnSelection around={around} passages={passages} onComment={inline.add} />}
      pageTools={pages.tools}
      overPage={pages.over}
    />
  );
}

interface OnSelectionProps {
  readonly around: RefObject<HTMLDivElement | null>;
  readonly passages: readonly Passage[];
  readonly onComment: (anchor: Anchor) => void;
}

/** A button below what one has selected, where a thumb reaches it too. */
function OnSelection({ around, passages, onComment }: OnSelectionProps) {
  const { t } = useTranslation();
  const selected = useSelectedPlace(around);
  const anchor = selected && anchorOf(selected, passages);
  if (!selected || !anchor) return null;
  return (
    // A press on it leaves the words selected.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={cx(styles['onSelection'])}
      style={{ insetBlockStart: `${selected.below}px` }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button
        variant="primary"
        onPress={() => {
          onComment(anchor);
          document.getSelection()?.removeAllRanges();
        }}
      >
        {t('inline.onSelection')}
      </Button>
    </div>
  );
}

function anchorOf({ place }: SelectedPlace, passages: readonly Passage[]) {
  const passage = passages[place.block];
  return passage ? anchorIn(passage, place.start, place.end) : null;
}

/** Commenting a page: the whole of it, or a rectangle that one draws. */
function usePageTools(canAdd: boolean, add: (anchor: Anchor) => void) {
  const { t } = useTranslation();
  const [drawing, setDrawing] = useState<{ fileId: string; page: number } | null>(null);
  const isDrawing = (fileId: string, page: number) => drawing?.fileId === fileId && drawing.page === page;
  return {
    tools: (fileId: string, page: number): ReactNode =>
      canAdd && (
        <div className={cx(layout['row'])}>
          <Button onPress={() => add({ kind: 'page', fileId, page, area: null })}>
            {t('inline.commentPage', { n: page })}
          </Button>
          <Button onPress={() => setDrawing(isDrawing(fileId, page) ? null : { fileId, page })}>
            {t(isDrawing(fileId, page) ? 'inline.stopDrawing' : 'inline.draw')}
          </Button>
          {isDrawing(fileId, page) && <p role="status">{t('inline.drawHint')}</p>}
        </div>
      ),
    over: (fileId: string, page: number): ReactNode =>
      canAdd &&
      isDrawing(fileId, page) && (
        <DrawArea
          onDrawn={(area) => {
            setDrawing(null);
            add({ kind: 'page', fileId, page, area });
          }}
        />
      ),
  };
}
