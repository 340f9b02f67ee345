import { type Value, isDocument, isNumber, toDouble } from '../../bson/values.ts';
import { fail } from '../../errors.ts';
import type { Compile, Evaluate, OperatorCompiler } from '../evaluation.ts';

export type Operand = Value | undefined;

export const isMissing = (value: Operand): value is null | undefined => value === undefined || value === null;

/** An operator with positional arguments, all evaluated; a single argument may stand without brackets. */
export function positional(
  counts: { least: number; most: number },
  apply: (values: Operand[], name: string) => Operand,
): OperatorCompiler {
  return (operand, compile, name) => {
    const list = Array.isArray(operand) ? operand : [operand];
    if (list.length < counts.least || list.length > counts.most)
      fail(
        16020,
        `Expression ${name} takes ${counts.least} to ${counts.most} arguments. ${list.length} were passed in.`,
      );
    const evaluators = list.map(compile);
    return (scope) =>
      apply(
        evaluators.map((evaluate) => evaluate(scope)),
        name,
      );
  };
}

export const ONE = { least: 1, most: 1 };
export const TWO = { least: 2, most: 2 };
export const ANY = { least: 0, most: Infinity };

/** Compiles the named arguments of an operator; those not in `allowed` are refused, missing required ones too. */
export function namedArguments<Name extends string>(
  operator: string,
  operand: Value,
  required: readonly Name[],
  optional: readonly Name[],
  compile: Compile,
): Partial<Record<Name, Evaluate>> & { raw: Map<string, Value> } {
  if (!isDocument(operand)) fail('FailedToParse', `${operator} only supports an object as its argument`);
  const result: Partial<Record<Name, Evaluate>> = {};
  for (const [name, value] of operand) {
    const known = [...required, ...optional].find((candidate) => candidate === name);
    if (known === undefined) fail('FailedToParse', `Unrecognized argument to ${operator}: ${name}`);
    result[known] = compile(value);
  }
  for (const name of required)
    if (!operand.has(name)) fail('FailedToParse', `Missing '${name}' parameter to ${operator}`);
  return { ...result, raw: operand };
}

/** An argument as a whole number, or a BadValue error that names the operator. */
export function integerArgument(value: Operand, operator: string): number {
  const number = isNumber(value) ? toDouble(value) : NaN;
  if (!Number.isInteger(number)) fail(28690, `${operator} needs a whole number`);
  return number;
}
