import { describe, expect, test } from '@jest/globals';
import { BUDGET, FIRST_PAGES, largest, modulesOf, readReport, scriptsOf, weightOf } from './report.ts';

const report = readReport();

/** What comes when it is wanted, each in chunks of its own. */
const HEAVY = {
  'the data table': /heavy\/DataTable|@tanstack\/virtual/,
  'menus and popovers': /heavy\/(MenuPopover|DialogPopover)|react-aria-components\/.*\/(Menu|Popover)\./,
  'pickers of dates':
    /heavy\/DateTimeField|react-aria-components\/.*\/(Calendar|DatePicker)\.|@internationalized\/date/,
  'lists to choose from': /heavy\/(Select|ComboBox)|react-aria-components\/.*\/(ListBox|Select|ComboBox)\./,
  dialogs: /heavy\/Dialog|react-aria-components\/.*\/Modal\./,
  charts: /heavy\/charts|@visx|d3-/,
  'the editor': /prosemirror|tiptap/,
  'the PDF viewer': /pdfjs/,
  'checks of shapes, which are the server’s': /node_modules\/zod/,
};

describe.each(Object.entries(FIRST_PAGES))('the first page of %s', (_who, page) => {
  const scripts = scriptsOf(report, page);
  const names = modulesOf(report, scripts).map(([name]) => name);

  test.each(Object.entries(HEAVY))('does not wait for %s', (_what, pattern) => {
    expect(names.filter((name) => pattern.test(name))).toEqual([]);
  });
});

test('a learner’s first page is within its budget', () => {
  const scripts = scriptsOf(report, FIRST_PAGES.learner);
  const weight = weightOf(report, scripts);
  const isWithin = weight.scripts <= BUDGET.scripts && weight.styles <= BUDGET.styles;
  // Says what weighs most when it is not.
  expect(isWithin ? null : { weight, budget: BUDGET, largest: largest(report, scripts, 5) }).toBeNull();
});

test.each(['the data table', 'menus and popovers', 'pickers of dates', 'dialogs', 'charts'] as const)(
  '%s is in the build, so that the pattern above still finds what it is about',
  (what) => {
    const all = modulesOf(report, Object.keys(report.chunks)).map(([name]) => name);
    expect(all.some((name) => HEAVY[what].test(name))).toBe(true);
  },
);

test('the client that is served holds nothing of the gallery', () => {
  const all = modulesOf(report, Object.keys(report.chunks)).map(([name]) => name);
  expect(all.filter((name) => name.includes('gallery'))).toEqual([]);
});
