import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { allowedFiles } from './allowed-imports.ts';
import { planted } from './planted-imports.ts';
import { makeTree, ROOT, runNode, type TemporaryTree } from './temporary-tree.ts';

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

let tree: TemporaryTree;
let ruleNames: string[];
let violations: Violation[];
let allowedOutcome: string[];

const show = (violation: Violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`;

async function cruise(): Promise<{ violations: Violation[]; ruleNames: string[] }> {
  const { stdout, stderr } = await runNode(tree.folder, [
    join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    join(ROOT, 'test/checks/dependency-rules.mjs'),
    '--output-type',
    'json',
    'server',
    'client',
    'test',
  ]);
  if (stdout === '') throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: Violation[]; ruleSetUsed: { forbidden: { name: string }[] } };
  };
  return {
    violations: summary.violations,
    ruleNames: summary.ruleSetUsed.forbidden.map(({ name }) => name),
  };
}

beforeAll(async () => {
  tree = makeTree(allowedFiles);
  allowedOutcome = (await cruise()).violations.map(show);
  for (const { files } of planted) tree.write(files);
  ({ violations, ruleNames } = await cruise());
}, 60_000);

afterAll(() => tree.remove());

test('every import that the table allows is allowed', () => {
  expect(allowedOutcome).toEqual([]);
});

test.each(planted)('$rule: $what', ({ rule, files, to }) => {
  const from = Object.keys(files)[0];
  expect(violations.map(show)).toContain(`${rule}: ${from} → ${to}`);
});

test('nothing but the planted violations is reported', () => {
  const files = new Set(planted.flatMap((plant) => Object.keys(plant.files)));
  const byFile = new Map(
    planted.flatMap((plant) => Object.keys(plant.files).map((file) => [file, plant.rule])),
  );
  expect(violations.filter(({ from }) => !files.has(from)).map(show)).toEqual([]);
  expect(violations.filter(({ from, rule }) => byFile.get(from) !== rule.name).map(show)).toEqual([]);
});

test('every rule has a planted violation', () => {
  expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(ruleNames));
});
