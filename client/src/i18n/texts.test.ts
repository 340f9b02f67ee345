import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { core } from './en/core.ts';
import { further } from './en/further.ts';
import { en } from './en/index.ts';
import { writing } from './en/writing.ts';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));

/** What leads to pages that load their texts with themselves. */
const WITH_TEXTS = ['App.tsx', 'FurtherPages.tsx'];

/** What everybody may see: the shell, and learners' pages. Other pages load their texts with themselves. */
const ROOTS = [
  ...readdirSync(join(SOURCE, 'app'))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name) && !WITH_TEXTS.includes(name))
    .map((name) => join('app', name)),
  'features/peer-review/pages/LearnerActivityPage.tsx',
];

/** Parts that come with the texts of writing. */
const WRITING =
  /ui\/files\/|ui\/rich-text\/editor\/|SubmissionEditor|ReviewPromise|LiveNote|Link(List|sField)/;

/** Parts that come later, with the texts of further pages (the learner's pages load them so). */
const FURTHER =
  /features\/disputes\/|StateNote|NextWork|ReviewTalk|Replies|RatingSentence|RatingList|ReceivedDetails|InlineList|NoteCard|RubricList|rating-texts|gradebook\/explain-(?:further|discussion|group-work)|milestone-text|Calibration|OptionalSteps|Comparison|ReportProblem|Self(?:Assessment|Comparison)|SideBySide|RevisionNote|BackEvaluationNote|GroupNote|TasksTogether|NoReviewGroup|TogetherNote|components\/Step\./;

/** The files and all of the client's own that they import, also later on. */
function reachable(roots: readonly string[]): string[] {
  const found = new Set<string>();
  const take = (file: string): void => {
    if (
      found.has(file) ||
      !file.startsWith(SOURCE) ||
      !existsSync(file) ||
      WITH_TEXTS.some((name) => file.endsWith(`app/${name}`))
    )
      return;
    found.add(file);
    if (!/\.tsx?$/.test(file)) return;
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      take(resolve(dirname(file), path));
    }
  };
  for (const root of roots) take(join(SOURCE, root));
  return [...found].filter((file) => /\.tsx?$/.test(file) && !file.includes('features/administration'));
}

/** What looks like a key in a file: `a.b.` of a key that is put together. */
const keysOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/['`](\w+(?:\.\w+)*\.?\w*)(?=['`]|\$\{)/g)].flatMap(
    ([, key = '']) => (key.includes('.') && (key.split('.', 1)[0] ?? '') in en ? [key] : []),
  );

/** Whether some texts hold a key, in its plural forms too, or the group that a key put together leads into. */
function holds(texts: object, key: string): boolean {
  const parts = key.split('.');
  const last = parts.pop() ?? '';
  let at: unknown = texts;
  for (const part of parts) at = (at as Record<string, unknown> | undefined)?.[part];
  if (typeof at !== 'object' || at === null) return false;
  return last === '' || Object.keys(at).some((name) => name === last || name.startsWith(`${last}_`));
}

test('what everybody sees needs no text that comes with other pages', () => {
  const missing = reachable(ROOTS).flatMap((file) =>
    keysOf(file)
      // A refusal is looked up by its code: what only further pages meet comes with them.
      .filter(
        (key) =>
          key !== 'errors.' &&
          holds(en, key) &&
          !holds(core, key) &&
          !(WRITING.test(file) && holds(writing, key)) &&
          !(FURTHER.test(file) && holds(further, key)),
      )
      .map((key) => `${file.slice(SOURCE.length)}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test('the crawl reaches what a page loads later, and finds keys there', () => {
  const files = reachable(ROOTS);
  expect(files.some((file) => file.endsWith('heavy/Dialog.tsx'))).toBe(true);
  expect(files.flatMap(keysOf)).toContain('peerReview.learner.submit.title');
});
