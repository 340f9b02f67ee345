import { createContext, type ReactNode, type Ref, useContext, useMemo } from 'react';
import { type Passage, type Piece, piecesOf, type Place } from '../../../../server/src/contracts/passages.ts';
import { type Inline, type RichText, textOfInline } from '../../../../server/src/contracts/plain-text.ts';
import { cx } from '../cx.ts';
import styles from './annotated-text.module.css';
import { type BlockProps, Blocks, BlockView, type InlineProps, InlineView } from './RichTextView.tsx';
import prose from './rich-text.module.css';

/** A place in a text that somebody has said something on. */
export interface Annotation {
  readonly key: string;
  readonly place: Place;
  /** As it is counted on the page. */
  readonly number: number;
  /** Names the button behind the words, such as "Comment 2". */
  readonly label: string;
  /** The id that the button has. */
  readonly buttonId: string;
}

interface AnnotatedTextProps {
  readonly document: RichText;
  readonly passages: readonly Passage[];
  readonly annotations: readonly Annotation[];
  /** What stands beside a block of the document, below it where there is no room; null: nothing. */
  readonly notesOf: (top: number) => ReactNode;
  readonly onGoTo: (key: string) => void;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children?: ReactNode;
}

/** Where a piece of a passage begins. */
interface Start {
  readonly block: number;
  readonly start: number;
}

interface Marks extends Pick<AnnotatedTextProps, 'notesOf' | 'onGoTo'> {
  readonly tops: ReadonlyMap<object, number>;
  readonly wholes: ReadonlyMap<object, number>;
  readonly starts: ReadonlyMap<object, Start>;
  readonly byBlock: ReadonlyMap<number, readonly Annotation[]>;
}

const MarksContext = createContext<Marks | null>(null);

function useMarks(): Marks {
  const marks = useContext(MarksContext);
  if (marks === null) throw new Error('outside an annotated text');
  return marks;
}

/**
 * Rich text with marked places. Behind the last word of each stands a button that leads to what was said, beside the
 * block. Every piece of text says where it begins, so that what one selects can be named (selected-place.ts).
 */
export function AnnotatedText(props: AnnotatedTextProps) {
  const { document, passages, annotations, notesOf, onGoTo, ref, children } = props;
  const nodes = useMemo(() => placesOfNodes(document, passages), [document, passages]);
  const byBlock = useMemo(() => {
    const all = new Map<number, Annotation[]>();
    for (const one of annotations) all.set(one.place.block, [...(all.get(one.place.block) ?? []), one]);
    return all;
  }, [annotations]);
  return (
    <MarksContext value={{ ...nodes, byBlock, notesOf, onGoTo }}>
      <div ref={ref} className={cx(styles['around'])}>
        <div className={cx(prose['prose'], styles['text'])}>
          <Blocks
            blocks={document.content}
            context={{ headingLevel: 3, Block: AnnotatedBlock, Inline: AnnotatedInline }}
          />
        </div>
        {children}
      </div>
    </MarksContext>
  );
}

/** Nodes are told apart by identity: each stands in the document once. */
function placesOfNodes(document: RichText, passages: readonly Passage[]) {
  const starts = new Map<object, Start>();
  const wholes = new Map<object, number>();
  for (const { index, node, isWhole } of passages) {
    if (isWhole) wholes.set(node, index);
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'codeBlock') continue;
    let start = 0;
    for (const inline of node.content ?? []) {
      starts.set(inline, { block: index, start });
      start += textOfInline(inline).length;
    }
  }
  return { starts, wholes, tops: new Map(document.content.map((block, top) => [block as object, top])) };
}

/** One of the document's own blocks has its notes beside it; those within it are as they are elsewhere. */
function AnnotatedBlock({ block, context }: BlockProps) {
  const { tops, notesOf } = useMarks();
  const top = tops.get(block);
  const shown = <MarkedBlock block={block} context={context} />;
  if (top === undefined) return shown;
  const notes = notesOf(top);
  return (
    <div className={cx(styles['row'])}>
      <div className={cx(prose['prose'], styles['block'])}>{shown}</div>
      {notes !== null && <div className={cx(styles['notes'])}>{notes}</div>}
    </div>
  );
}

function MarkedBlock({ block, context }: BlockProps) {
  const { wholes, byBlock } = useMarks();
  const whole = wholes.get(block);
  if (block.type === 'codeBlock') {
    return (
      // A long line is scrolled to, also by the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <pre dir="ltr" tabIndex={0}>
        <code>
          {block.content?.map((inline, index) => (
            <AnnotatedInline key={index} inline={inline} context={context} />
          ))}
        </code>
      </pre>
    );
  }
  if (whole === undefined) return <BlockView block={block} context={context} />;
  const annotations = byBlock.get(whole) ?? [];
  return (
    <div
      className={cx(annotations.length > 0 && styles['marked'])}
      data-block={whole}
      data-start={0}
      data-length={0}
    >
      <BlockView block={block} context={context} />
      {annotations.map((one) => (
        <ToNote key={one.key} annotation={one} />
      ))}
    </div>
  );
}

function AnnotatedInline({ inline, context }: InlineProps) {
  const { starts, byBlock } = useMarks();
  const at = starts.get(inline);
  if (at === undefined) return <InlineView inline={inline} context={context} />;
  const end = at.start + textOfInline(inline).length;
  const annotations = byBlock.get(at.block) ?? [];
  const places = annotations.map((key) => ({ key, start: key.place.start, end: key.place.end }));
  const pieces = piecesOf(at.start, end, places);
  // A formula is marked as a whole wherever somebody has chosen a part of its source.
  const shown =
    inline.type === 'text'
      ? pieces
      : [{ start: at.start, end, in: [...new Set(pieces.flatMap((piece) => piece.in))] }];
  return shown.map((piece) => (
    <MarkedPiece key={piece.start} inline={inline} at={at} piece={piece} context={context} />
  ));
}

interface MarkedPieceProps extends InlineProps {
  readonly at: Start;
  readonly piece: Piece<Annotation>;
}

function MarkedPiece({ inline, at, piece, context }: MarkedPieceProps) {
  const { start, end, in: annotations } = piece;
  const part: Inline =
    inline.type === 'text'
      ? { ...inline, text: inline.text.slice(start - at.start, end - at.start) }
      : inline;
  const where = { 'data-block': at.block, 'data-start': start, 'data-length': end - start };
  const shown = <InlineView inline={part} context={context} />;
  return (
    <>
      {annotations.length > 0 ? (
        <mark className={cx(styles['mark'], annotations.length > 1 && styles['several'])} {...where}>
          {shown}
        </mark>
      ) : (
        <span {...where}>{shown}</span>
      )}
      {annotations
        .filter(({ place }) => place.end > start && place.end <= end)
        .map((one) => (
          <ToNote key={one.key} annotation={one} />
        ))}
    </>
  );
}

function ToNote({ annotation }: { readonly annotation: Annotation }) {
  const { onGoTo } = useMarks();
  const { key, number, label, buttonId } = annotation;
  return (
    <button
      type="button"
      id={buttonId}
      className={cx(styles['toNote'])}
      aria-label={label}
      onClick={() => onGoTo(key)}
    >
      {number}
    </button>
  );
}
