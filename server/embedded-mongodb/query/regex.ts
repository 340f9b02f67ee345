import type { BSONRegExp } from 'bson';
import { fail } from '../errors.ts';

/** Removes the white space and comments that PCRE's `x` option ignores. */
function stripExtended(pattern: string): string {
  let result = '';
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i] ?? '';
    if (character === '\\') {
      result += character + (pattern[++i] ?? '');
      continue;
    }
    if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (!inClass && /\s/.test(character)) continue;
    else if (!inClass && character === '#') {
      while (i + 1 < pattern.length && pattern[i + 1] !== '\n') i++;
      continue;
    }
    result += character;
  }
  return result;
}

/**
 * The JavaScript expression for a BSON one. Takes the options i, m, s, x and u, and leading inline options such as
 * `(?i)`. Refuses other options (51108) and what JavaScript cannot compile (51091).
 */
export function toRegExp(pattern: string, options: string): RegExp {
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const flags = new Set(options + (inline?.[1] ?? ''));
  for (const flag of flags)
    if (!'imsxu'.includes(flag)) fail(51108, `invalid flag in regex options: ${flag}`);
  const body = inline ? pattern.slice(inline[0].length) : pattern;
  const source = flags.has('x') ? stripExtended(body) : body;
  flags.delete('x');
  flags.delete('u');
  try {
    return new RegExp(source, [...flags].join(''));
  } catch (error) {
    fail(51091, `Regular expression is invalid: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Tests strings against a BSON regular expression. */
export function regexTest(regex: BSONRegExp): (text: string) => boolean {
  const compiled = toRegExp(regex.pattern, regex.options);
  return (text) => compiled.test(text);
}

/**
 * The text every match starts with, for expressions of the form `^literal…` without options; undefined otherwise.
 * An index on the field can then be searched by this prefix.
 */
export function literalPrefix(regex: BSONRegExp): string | undefined {
  if (regex.options !== '' || !regex.pattern.startsWith('^') || regex.pattern.includes('|')) return undefined;
  const [literal = '', next = ''] = [/^[\w\-:;,/@#=<>~"'%& !]*/.exec(regex.pattern.slice(1))?.[0]].flatMap(
    (text) => [text ?? '', regex.pattern.charAt(1 + (text ?? '').length)],
  );
  // a quantifier makes the last character optional
  const certain = '*?{'.includes(next) && next !== '' ? literal.slice(0, -1) : literal;
  return certain === '' ? undefined : certain;
}
