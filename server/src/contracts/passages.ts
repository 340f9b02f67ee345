/**
 * Places in a text that one comments: shared by server and client, so without zod. A passage is what is read in one go
 * (a paragraph, a heading, a picture), wherever it stands: in a list, a quote or a cell. They are counted in reading order.
 */
import { QUOTE_MAX } from './limits.ts';
import { type Block, type RichText, textOfInline } from './plain-text.ts';

export interface Passage {
  /** In reading order, from 0. */
  readonly index: number;
  readonly node: Block;
  /** Its plain text, in which places are counted by UTF-16 units. */
  readonly text: string;
  /** A picture or a formula of its own: only the whole of it can be commented. */
  readonly isWhole: boolean;
  /** In which of the document's own blocks it stands. */
  readonly top: number;
}

/** A piece of one passage, from `start` up to `end`. */
export interface Place {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A place with the words that stood there, by which it is found in another version of the text. */
export interface TextAnchor extends Place {
  readonly kind: 'text';
  /** What one quotes of it: all of a short one, the beginning of a long one. */
  readonly quote: string;
}

/** Everything in a text that can be commented. */
export function passagesOf(document: RichText): Passage[] {
  const passages: Passage[] = [];
  const add = (node: Block, top: number, text: string, isWhole: boolean): void => {
    passages.push({ index: passages.length, node, text, isWhole, top });
  };
  const visit = (node: Block, top: number): void => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'codeBlock':
        return add(node, top, (node.content ?? []).map(textOfInline).join(''), false);
      case 'image':
        return add(node, top, node.attrs.alt, true);
      case 'mathBlock':
        return add(node, top, node.attrs.latex, true);
      case 'horizontalRule':
        return;
      case 'bulletList':
      case 'orderedList':
        for (const item of node.content) for (const child of item.content) visit(child, top);
        return;
      case 'blockquote':
        for (const child of node.content) visit(child, top);
        return;
      case 'table':
        for (const row of node.content)
          for (const cell of row.content) for (const child of cell.content) visit(child, top);
    }
  };
  document.content.forEach(visit);
  return passages;
}

/** Whether a character outside the basic plane would be cut in two here: stored halves are no text. */
const cutsCharacter = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

const beginningOf = (text: string): string =>
  text.length <= QUOTE_MAX ? text : text.slice(0, cutsCharacter(text, QUOTE_MAX) ? QUOTE_MAX - 1 : QUOTE_MAX);

/**
 * The anchor of what somebody has chosen in a passage: widened to whole characters, without the space around it.
 *
 * @returns null where nothing is chosen
 */
export function anchorIn(passage: Passage, from = 0, to = passage.text.length): TextAnchor | null {
  const { index: block, text, isWhole } = passage;
  if (isWhole) return { kind: 'text', block, start: 0, end: text.length, quote: beginningOf(text) };
  let start = Math.max(0, Math.min(from, text.length));
  let end = Math.max(start, Math.min(to, text.length));
  if (cutsCharacter(text, start)) start -= 1;
  if (cutsCharacter(text, end)) end += 1;
  const chosen = text.slice(start, end);
  start += chosen.length - chosen.trimStart().length;
  end -= chosen.length - chosen.trimEnd().length;
  if (end <= start) return null;
  return { kind: 'text', block, start, end, quote: beginningOf(text.slice(start, end)) };
}

/** Whether an anchor is one of this very text: such as nobody else but `anchorIn` makes. */
export function isAnchorIn(passages: readonly Passage[], anchor: TextAnchor): boolean {
  const passage = passages[anchor.block];
  if (!passage) return false;
  const own = anchorIn(passage, anchor.start, anchor.end);
  return own !== null && own.start === anchor.start && own.end === anchor.end && own.quote === anchor.quote;
}

/**
 * Where the words of an anchor stand in a text that may be a later version: where they were, else the one place that has
 * them.
 *
 * @returns null when they are not there any more, or at several places
 */
export function placeOf(passages: readonly Passage[], anchor: TextAnchor): Place | null {
  if (isAnchorIn(passages, anchor)) {
    const { block, start, end } = anchor;
    return { block, start, end };
  }
  const { quote } = anchor;
  const length = anchor.end - anchor.start;
  if (quote === '') return null;
  const found: Place[] = [];
  for (const { index: block, text, isWhole } of passages) {
    if (isWhole && text !== quote) continue;
    for (let at = text.indexOf(quote); at >= 0 && found.length < 2; at = text.indexOf(quote, at + 1))
      found.push({ block, start: at, end: Math.min(text.length, at + length) });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A piece of a passage, with which of some places it belongs to; together the pieces are the whole text. */
export interface Piece<Key> {
  readonly start: number;
  readonly end: number;
  /** In the order of the places. */
  readonly in: readonly Key[];
}

/** Cuts the characters from `start` to `end` wherever one of some places begins or ends; places may overlap. */
export function piecesOf<Key>(
  start: number,
  end: number,
  places: readonly { readonly key: Key; readonly start: number; readonly end: number }[],
): Piece<Key>[] {
  const cuts = places.flatMap((place) => [place.start, place.end]).filter((at) => at > start && at < end);
  const ends = [...new Set([...cuts, end])].toSorted((a, b) => a - b);
  let from = start;
  return ends.map((to) => {
    const piece = {
      start: from,
      end: to,
      in: places.filter((place) => place.start < to && place.end > from).map(({ key }) => key),
    };
    from = to;
    return piece;
  });
}
