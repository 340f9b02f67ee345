import { type RefObject, useEffect, useState } from 'react';
import type { Place } from '../../../../server/src/contracts/passages.ts';

/** What somebody has selected of an annotated text, and how far below its top it ends, in pixels. */
export interface SelectedPlace {
  readonly place: Place;
  readonly below: number;
}

/** A press on a button takes the selection away before it counts as a press. */
const LINGER_MS = 400;

/** Follows what is selected in an annotated text; of several passages it is what is selected of the first. */
export function useSelectedPlace(around: RefObject<HTMLElement | null>): SelectedPlace | null {
  const [selected, setSelected] = useState<SelectedPlace | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(timer);
      const found = around.current && selectedIn(around.current);
      if (found) setSelected(found);
      else timer = setTimeout(() => setSelected(null), LINGER_MS);
    };
    document.addEventListener('selectionchange', follow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', follow);
    };
  }, [around]);
  return selected;
}

function selectedIn(around: HTMLElement): SelectedPlace | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(around)) return null;
  const pieces = [...around.querySelectorAll<HTMLElement>('[data-block]')].flatMap((element) => {
    const piece = pieceIn(element, range);
    return piece ? [{ element, piece }] : [];
  });
  const first = pieces[0]?.piece;
  const last = pieces.findLast(({ piece }) => piece.block === first?.block);
  if (!first || !last) return null;
  const bottom = Math.min(range.getBoundingClientRect().bottom, last.element.getBoundingClientRect().bottom);
  return {
    place: { ...first, end: last.piece.end },
    below: bottom - around.getBoundingClientRect().top,
  };
}

/** What is selected of one piece, or null. */
function pieceIn(element: HTMLElement, range: Range): Place | null {
  if (!range.intersectsNode(element)) return null;
  const [block, start, length] = ['block', 'start', 'length'].map((name) => Number(element.dataset[name]));
  if (block === undefined || start === undefined || length === undefined) return null;
  // A picture has no characters, and is selected as a whole.
  if (length === 0) return element.firstElementChild ? { block, start, end: start } : null;
  const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  const isText = words?.nodeValue?.length === length;
  const from = isText && range.startContainer === words ? range.startOffset : 0;
  const to = isText && range.endContainer === words ? range.endOffset : length;
  return to > from ? { block, start: start + from, end: start + to } : null;
}
