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

const normalised = (word: string): string =>
  word.normalize('NFKD').replaceAll(LEFT_OUT, '').normalize('NFC').toLowerCase().slice(0, TERM_MAX);

/** A word of a text, or what stands between two: then there is no term. */
interface Part {
  readonly term: string | null;
  readonly from: number;
  readonly to: number;
}

type Word = Part & { readonly term: string };

const isWord = (part: Part): part is Word => part.term !== null;

function* partsIn(text: string): Generator<Part> {
  for (const { segment, index, isWordLike } of words.segment(text))
    yield { term: isWordLike === true ? normalised(segment) : null, from: index, to: index + segment.length };
}

function* wordsIn(text: string): Generator<Word> {
  for (const part of partsIn(text)) if (isWord(part)) yield part;
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

/** A part of a text around the first place of what was looked for: words stay whole. */
export function excerptOf(text: string, wanted: Wanted): Found {
  const parts: Part[] = [];
  const marks: Part[] = [];
  for (const part of partsIn(text)) {
    // No more of it is shown, however long it goes on.
    if (marks[0] && part.to > marks[0].from + EXCERPT) break;
    parts.push(part);
    if (isWord(part) && isWanted(wanted, part.term)) marks.push(part);
  }
  const first = marks[0]?.from ?? 0;
  const start = parts.find(({ from }) => from >= first - BEFORE)?.from ?? first;
  let end = parts.findLast(({ to }) => to <= start + EXCERPT)?.to ?? first;
  // A single word that is longer than an excerpt.
  if (end <= first) end = Math.min(text.length, first + EXCERPT);
  const lead = start > 0 ? GAP : '';
  const shift = lead.length - start;
  return {
    text: lead + text.slice(start, end) + (end < text.length ? GAP : ''),
    marks: marks.filter(({ to }) => to <= end).map(({ from, to }) => [from + shift, to + shift]),
  };
}
