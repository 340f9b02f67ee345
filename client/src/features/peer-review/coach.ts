import { ACTION_WORDS, PASSAGE_WORDS } from './coach-words.ts';

/**
 * Whether a comment helps its reader: long enough, about something that can be found, with something to do. Looks for
 * words and signs alone, in the browser; it is advice, and it may be wrong (spec/peer-review.md item 8).
 */

export type Advice = 'length' | 'passage' | 'action';

export interface CoachContext {
  /** Titles of the rubric's criteria; to name one is to be specific. */
  readonly titles: readonly string[];
  /** The comment stands with its criterion, which says what it is about. */
  readonly isOfCriterion: boolean;
  /** There are comments on passages beside it: they say what it is about. */
  readonly hasPassages?: boolean;
}

/** Words from which on a comment says something. */
const WORDS_MIN = 12;
const WORDS_OF_CRITERION_MIN = 8;
/** Shorter words of a title, such as "and", name nothing. */
const NAMING_LETTERS_MIN = 4;

/** Lower case, without accents, vowel signs and the forms of the hamza: as people write in a hurry. */
const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** What stands for words where they are not parted by spaces. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;
const CHARACTERS_PER_WORD = 2;

const countWords = (text: string): number => {
  const unparted = (text.match(UNPARTED) ?? []).length;
  return wordsOf(text.replaceAll(UNPARTED, ' ')).length + Math.floor(unparted / CHARACTERS_PER_WORD);
};

/** Quoted words, and numbers: of a page, a line, a figure. They mean the same in every language. */
const QUOTED = /["“”„«»‹›「」『』][^"“”„«»‹›「」『』]{2,}["“”«»‹›」』]/u;
const NUMBER = /\p{N}/u;
/** A question is something to think about, in every script. */
const QUESTION = /[?؟？;]\s*$|[?؟？]/u;

/** The words are of these scripts: of others only the signs can be judged. */
const LISTED = /[\p{Script=Latin}\p{Script=Arabic}]/u;

const stem = (entry: string): string => folded(entry.replace(/\*$/, ''));

/** Whether a text has one of the entries: a word, several words, or with a star what a word begins with. */
function hasOneOf(text: string, entries: readonly string[]): boolean {
  const plain = folded(text);
  const words = wordsOf(plain);
  const spaced = ` ${words.join(' ')} `;
  return entries.some((entry) => {
    const wanted = wordsOf(stem(entry)).join(' ');
    if (!entry.endsWith('*')) return spaced.includes(` ${wanted} `);
    return wanted.includes(' ')
      ? spaced.includes(` ${wanted}`)
      : words.some((word) => word.startsWith(wanted) || withoutPrefix(word).startsWith(wanted));
  });
}

/** Arabic writes "and", "then", "the" and "to" together with the word. */
const withoutPrefix = (word: string): string => word.replace(/^(?:[وف])?(?:ال|لل|[لبك])?(?=\p{L}{2})/u, '');

const namesCriterion = (text: string, titles: readonly string[]): boolean => {
  const words = new Set(wordsOf(folded(text)));
  return titles.some((title) =>
    wordsOf(folded(title)).some((word) => word.length >= NAMING_LETTERS_MIN && words.has(word)),
  );
};

const pointsAtPassage = (text: string, titles: readonly string[]): boolean =>
  QUOTED.test(text) || NUMBER.test(text) || namesCriterion(text, titles) || hasOneOf(text, PASSAGE_WORDS);

const suggestsAction = (text: string): boolean => QUESTION.test(text) || hasOneOf(text, ACTION_WORDS);

/** What would make a comment more helpful, the most important first; nothing for one that is empty. */
export function adviceOn(comment: string, context: CoachContext): Advice[] {
  const { titles, isOfCriterion, hasPassages = false } = context;
  const text = comment.trim();
  if (text === '') return [];
  const enough = isOfCriterion ? WORDS_OF_CRITERION_MIN : WORDS_MIN;
  // Of a script without words here, only what every script has is asked for.
  const isListed = LISTED.test(text);
  return [
    ...(countWords(text) < enough ? (['length'] as const) : []),
    ...(!isOfCriterion && !hasPassages && isListed && !pointsAtPassage(text, titles)
      ? (['passage'] as const)
      : []),
    ...(isListed && !suggestsAction(text) ? (['action'] as const) : []),
  ];
}
