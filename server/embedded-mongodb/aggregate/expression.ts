import { type Document, type Value, isDocument } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { wholeDocument } from '../engine/changed-row.ts';
import type { Evaluate, OperatorCompiler } from './evaluation.ts';
import { arithmeticOperators } from './operators/arithmetic.ts';
import { arrayOperators } from './operators/arrays.ts';
import { conversionOperators } from './operators/conversions.ts';
import { dateOperators } from './operators/dates.ts';
import { logicOperators } from './operators/logic.ts';
import { stringOperators } from './operators/strings.ts';

const OPERATORS = new Map<string, OperatorCompiler>(
  [
    logicOperators,
    arithmeticOperators,
    stringOperators,
    arrayOperators,
    conversionOperators,
    dateOperators,
  ].flatMap((table) => Object.entries(table)),
);

/** Reads the rest of a path; arrays on the way are read element by element, elements that are no documents left out. */
function readPath(value: Value | undefined, parts: readonly string[], depth: number): Value | undefined {
  if (depth === parts.length) return value;
  if (isDocument(value)) return readPath(value.get(parts[depth] ?? ''), parts, depth + 1);
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((element) => {
    const found = isDocument(element) ? readPath(element, parts, depth) : undefined;
    return found === undefined ? [] : [found];
  });
}

function compileVariable(text: string): Evaluate {
  const [name = '', ...rest] = text.split('.');
  if (name === 'ROOT' || name === 'CURRENT')
    return rest.length === 0
      ? ({ root }) => wholeDocument(root)
      : ({ root }) => readPath(root.get(rest[0] ?? ''), rest, 1);
  if (name === 'REMOVE') return () => undefined;
  if (name === 'NOW') return () => new Date();
  if (!/^[a-z]/.test(name)) fail(17276, `Use of undefined variable: ${name}`);
  return ({ variables }) => {
    if (!variables?.has(name)) fail(17276, `Use of undefined variable: ${name}`);
    return readPath(variables.get(name), rest, 0);
  };
}

function compileText(text: string): Evaluate {
  if (text.startsWith('$$')) return compileVariable(text.slice(2));
  if (!text.startsWith('$')) return () => text;
  const parts = text.slice(1).split('.');
  if (parts.some((part) => part === '')) fail(15998, 'FieldPath field names may not be empty strings.');
  if (parts.some((part) => part.startsWith('$')))
    fail(16410, `FieldPath field names may not start with '$': '${text}'`);
  const [first = ''] = parts;
  if (parts.length === 1) return ({ root }) => root.get(first);
  return ({ root }) => readPath(root.get(first), parts, 1);
}

function compileDocument(expression: Document): Evaluate {
  const [first] = expression;
  if (first?.[0].startsWith('$')) {
    const [name, operand] = first;
    if (expression.size !== 1)
      fail(
        15983,
        `An object representing an expression must have exactly one field, found '${name}' and others`,
      );
    const compileOperator = OPERATORS.get(name);
    if (compileOperator === undefined) fail('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
    return compileOperator(operand, compileExpression, name);
  }
  const fields = [...expression].map(([name, value]) => {
    if (name.startsWith('$') || name.includes('.'))
      fail(16410, `FieldPath field names may not start with '$' or contain '.': '${name}'`);
    return [name, compileExpression(value)] as const;
  });
  return (scope) => {
    const result: Document = new Map();
    for (const [name, evaluate] of fields) {
      const value = evaluate(scope);
      if (value !== undefined) result.set(name, value);
    }
    return result;
  };
}

/**
 * Compiles an aggregation expression. Throws InvalidPipelineOperator for operators it does not know, and MongoDB's
 * codes for malformed ones.
 */
export function compileExpression(expression: Value): Evaluate {
  if (typeof expression === 'string') return compileText(expression);
  if (isDocument(expression)) return compileDocument(expression);
  if (Array.isArray(expression)) {
    const elements = expression.map(compileExpression);
    return (scope) => elements.map((evaluate) => evaluate(scope) ?? null);
  }
  return () => expression;
}
