import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { administration } from './en/administration.ts';
import { en } from './en/index.ts';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
/** What nobody who uses Roundtable sees, and the texts themselves. */
const LEFT_OUT = /\.test\.|^gallery\/|^i18n\//;

const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !LEFT_OUT.test(path))
  .map((path) => {
    const text = readFileSync(join(SOURCE, path), 'utf8');
    return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
  });

function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  node.forEachChild((child) => visit(child, each));
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

const keysOf = (texts: object, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [prefix + key.replace(PLURAL, '')]
      : keysOf(value as object, `${prefix}${key}.`),
  );

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Which keys a string of the source may be; what is put in is a part of a key. */
function patternOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    return /^[\w-]+(\.[\w-]+)*$/.test(node.text) ? escaped(node.text) : null;
  }
  if (!ts.isTemplateExpression(node)) return null;
  const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  return parts.every((part) => /^[\w.-]*$/.test(part)) && node.head.text.includes('.')
    ? parts.map(escaped).join('[\\w. -]+')
    : null;
}

test('every text is used', () => {
  const patterns = new Set<string>();
  for (const { tree } of FILES) {
    visit(tree, (node) => {
      const pattern = patternOf(node);
      if (pattern !== null) patterns.add(pattern);
    });
  }
  const used = new RegExp(`^(?:${[...patterns].join('|')})$`);
  const keys = [...new Set([...keysOf(en), ...keysOf(administration)])];
  expect(keys.filter((key) => !used.test(key))).toEqual([]);
});

/** What a person reads or hears although it is an attribute. */
const READ = new Set(['aria-label', 'alt', 'title', 'placeholder', 'label', 'hint', 'text', 'description']);
const WORD = /\p{L}{2,}/u;

test('no text stands in the code itself', () => {
  const found: string[] = [];
  for (const { path, tree } of FILES) {
    visit(tree, (node) => {
      const isText = ts.isJsxText(node) && WORD.test(node.text);
      const isAttribute =
        ts.isJsxAttribute(node) &&
        READ.has(node.name.getText()) &&
        node.initializer !== undefined &&
        ts.isStringLiteral(node.initializer) &&
        WORD.test(node.initializer.text);
      if (isText || isAttribute) found.push(`${path}: ${node.getText().trim()}`);
    });
  }
  expect(found).toEqual([]);
});
