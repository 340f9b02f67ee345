/**
 * Words for search, in any language: by the rules of Unicode (UAX #29), with dictionaries where nothing parts the words;
 * small letters, without accents and vowel marks that people leave out when they type.
 */
const words = new Intl.Segmenter('en', { granularity: 'word' });
/** Latin accents, and what Arabic writes above and below letters. Other scripts' marks are letters of their own. */
const LEFT_OUT = /[\u0300-\u036F\u064B-\u065F\u0670]/gu;

const TERM_MAX = 40;
/** More words than this of one post are not found. */
const TERMS_MAX = 1_000;
const WORDS_MAX = 8;

/** There is nothing to compose or to leave out in it, and most of what is written has only such words. */
const PLAIN = /^\p{ASCII}*$/u;

const folded = (text: string): string =>
  (PLAIN.test(text) ? text : text.normalize('NFKD').replaceAll(LEFT_OUT, '').normalize('NFC')).toLowerCase();

const normalised = (word: string): string => folded(word).slice(0, TERM_MAX);

interface Word {
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

function* wordsIn(text: string): Generator<Word> {
  for (const { segment, index, isWordLike } of words.segment(text))
    if (isWordLike === true) yield { term: normalised(segment), from: index, to: index + segment.length };
}

/** All words of a text one after the other, as they are compared. */
export const sequenceOf = (text: string): string[] =>
  [...wordsIn(text)].map(({ term }) => term).filter((term) => term !== '');

/** The words by which a text is found, each once. */
export function termsOf(text: string): string[] {
  const terms = new Set<string>();
  for (const { term } of wordsIn(text)) {
    if (terms.size >= TERMS_MAX) break;
    if (term !== '') terms.add(term);
  }
  return [...terms];
}

/** What is looked for: whole words, and the beginning of one. */
export interface Wanted {
  readonly words: readonly string[];
  /** The last word, while somebody may still be typing it. */
  readonly prefix: string | null;
}

/** @returns null when there is nothing to look for */
export function wantedIn(query: string): Wanted | null {
  const found = [...wordsIn(query)].slice(0, WORDS_MAX).filter(({ term }) => term !== '');
  const last = found.at(-1);
  if (!last) return null;
  const isWhole = last.to < query.length;
  const whole = isWhole ? found : found.slice(0, -1);
  return { words: [...new Set(whole.map(({ term }) => term))], prefix: isWhole ? null : last.term };
}

const isWanted = ({ words: whole, prefix }: Wanted, term: string): boolean =>
  whole.includes(term) || (prefix !== null && term.startsWith(prefix));

/** The words that begin so, the most frequent in some posts first. */
export function completionsOf(
  prefix: string,
  posts: readonly { readonly terms: readonly string[] }[],
): string[] {
  const counts = new Map<string, number>();
  for (const { terms } of posts)
    for (const term of terms) if (term.startsWith(prefix)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([term]) => term);
}

/** A text with the places of what was looked for. */
export interface Found {
  readonly text: string;
  readonly marks: [number, number][];
}

/** Characters that an excerpt shows before what was found, and in all. */
const BEFORE = 60;
const EXCERPT = 240;
const GAP = '…';

export const markedIn = (text: string, wanted: Wanted): Found => ({
  text,
  marks: [...wordsIn(text)].filter(({ term }) => isWanted(wanted, term)).map(({ from, to }) => [from, to]),
});

/** Between two of them words are the same without the text around (UAX #29, WB3d and WB3a): most need not be looked at. */
const PIECES = /[^ \n]+/gu;

/** Where the piece begins that a place is in. */
const beginOfPiece = (text: string, at: number): number =>
  at <= 0 ? 0 : Math.max(text.lastIndexOf(' ', at - 1), text.lastIndexOf('\n', at - 1)) + 1;

/** Pieces next to each other that are likely to hold what was looked for: to part many at once takes no longer than one. */
function* likelyRuns(text: string, isLikely: (piece: string) => boolean): Generator<[number, number]> {
  let run: [number, number] | null = null;
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    if (!isLikely(piece)) continue;
    if (run && index === run[1] + 1 && index < run[0] + EXCERPT) run[1] = index + piece.length;
    else {
      if (run) yield run;
      run = [index, index + piece.length];
    }
  }
  if (run) yield run;
}

/** Places of what was looked for, from the first one on as far as an excerpt can go. */
function marksIn(text: string, wanted: Wanted, isLikely: (piece: string) => boolean): [number, number][] {
  const marks: [number, number][] = [];
  for (const [begin, end] of likelyRuns(text, isLikely)) {
    if (marks[0] && begin > marks[0][0] + EXCERPT) break;
    for (const { term, from, to } of wordsIn(text.slice(begin, end))) {
      // No more is shown, however long a text without spaces goes on.
      if (marks[0] && begin + from > marks[0][0] + EXCERPT) break;
      if (isWanted(wanted, term)) marks.push([begin + from, begin + to]);
    }
  }
  return marks;
}

/** A part of a text around the first place of what was looked for: words stay whole. */
export function excerptOf(text: string, wanted: Wanted): Found {
  const terms = [...wanted.words, ...(wanted.prefix === null ? [] : [wanted.prefix])];
  const isLikely = (piece: string): boolean => {
    const own = folded(piece);
    return terms.some((term) => own.includes(term));
  };
  const likely = marksIn(text, wanted, isLikely);
  // A letter may be another one at the end of a word (as Greek sigma is), which a piece does not tell.
  const marks = likely.length > 0 ? likely : marksIn(text, wanted, () => true);
  const first = marks[0]?.[0] ?? 0;
  const start = firstBreak(text, first - BEFORE, first);
  const end = lastBreak(text, first, start + EXCERPT);
  const lead = start > 0 ? GAP : '';
  const shift = lead.length - start;
  return {
    text: lead + text.slice(start, end) + (end < text.length ? GAP : ''),
    marks: marks.filter(([, to]) => to <= end).map(([from, to]) => [from + shift, to + shift]),
  };
}

/** The first place from `at` on, up to `most`, at which no word is cut. */
function firstBreak(text: string, at: number, most: number): number {
  if (at <= 0) return 0;
  const begin = beginOfPiece(text, at);
  for (const { index } of words.segment(text.slice(begin, most)))
    if (begin + index >= at) return begin + index;
  return most;
}

/** The last place after `first`, up to `at`, at which no word is cut; a single word that is longer is. */
function lastBreak(text: string, first: number, at: number): number {
  if (at >= text.length) return text.length;
  const begin = Math.max(first, beginOfPiece(text, at));
  let end = begin;
  for (const { segment, index } of words.segment(text.slice(begin, at + TERM_MAX))) {
    const to = begin + index + segment.length;
    if (to <= at) end = to;
  }
  return end > first ? end : Math.min(text.length, first + EXCERPT);
}
