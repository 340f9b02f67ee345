import { compare } from '../../bson/compare.ts';
import { type Value, int, isDocument, isNumber, isTruthy, typeName } from '../../bson/values.ts';
import { fail } from '../../errors.ts';
import type { OperatorCompiler, OperatorTable, Scope } from '../evaluation.ts';
import { ANY, ONE, type Operand, TWO, isMissing, namedArguments, positional } from './arguments.ts';

/** Unlike queries, expressions rank a missing value below null and everything else. */
function compareOperands(a: Operand, b: Operand): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compare(a, b);
}

const comparison = (accepts: (order: number) => Value): OperatorCompiler =>
  positional(TWO, ([a, b]) => accepts(compareOperands(a, b)));

const conditional: OperatorCompiler = (operand, compile) => {
  if (Array.isArray(operand) && operand.length !== 3)
    fail(16020, `Expression $cond takes exactly 3 arguments. ${operand.length} were passed in.`);
  const parts = Array.isArray(operand)
    ? new Map(['if', 'then', 'else'].map((name, i) => [name, operand[i] ?? null]))
    : operand;
  const {
    if: test,
    then,
    else: otherwise,
  } = namedArguments('$cond', parts, ['if', 'then', 'else'], [], compile);
  return (scope) => (isTruthy(test?.(scope)) ? then?.(scope) : otherwise?.(scope));
};

const switchOperator: OperatorCompiler = (operand, compile) => {
  const { raw, default: otherwise } = namedArguments(
    '$switch',
    operand,
    ['branches'],
    ['default'],
    (value) => (Array.isArray(value) ? () => null : compile(value)),
  );
  const list = raw.get('branches');
  if (!Array.isArray(list) || list.length === 0) fail(40068, '$switch requires at least one branch');
  const cases = list.map((branch) => namedArguments('$switch', branch, ['case', 'then'], [], compile));
  const fallback = raw.has('default') ? compile(raw.get('default') ?? null) : otherwise;
  return (scope) => {
    const hit = cases.find((branch) => isTruthy(branch.case?.(scope)));
    if (hit) return hit.then?.(scope);
    if (!fallback)
      fail(40066, '$switch could not find a matching branch for an input, and no default was specified');
    return fallback(scope);
  };
};

/** A scope with further variables, which hide outer ones of the same name. */
export function withVariables(scope: Scope, variables: Iterable<[string, Operand]>): Scope {
  return { root: scope.root, variables: new Map([...(scope.variables ?? []), ...variables]) };
}

const letOperator: OperatorCompiler = (operand, compile) => {
  const { raw, in: body } = namedArguments('$let', operand, ['vars', 'in'], [], (value) => compile(value));
  const variables = raw.get('vars');
  if (!isDocument(variables)) fail(16876, 'invalid parameter: expected an object (vars)');
  const evaluators = [...variables].map(([name, value]) => [name, compile(value)] as const);
  return (scope) =>
    body?.(
      withVariables(
        scope,
        evaluators.map(([name, evaluate]) => [name, evaluate(scope)]),
      ),
    );
};

export const logicOperators: OperatorTable = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: comparison((order) => int(Math.sign(order))),
  $and: (operand, compile) => {
    const list = (Array.isArray(operand) ? operand : [operand]).map(compile);
    return (scope) => list.every((evaluate) => isTruthy(evaluate(scope)));
  },
  $or: (operand, compile) => {
    const list = (Array.isArray(operand) ? operand : [operand]).map(compile);
    return (scope) => list.some((evaluate) => isTruthy(evaluate(scope)));
  },
  $not: positional(ONE, ([value]) => !isTruthy(value)),
  $cond: conditional,
  $switch: switchOperator,
  $ifNull: positional(
    { least: 2, most: ANY.most },
    (values) => values.find((value) => !isMissing(value)) ?? values.at(-1),
  ),
  $let: letOperator,
  $literal: (operand) => () => operand,
  $type: positional(ONE, ([value]) => typeName(value)),
  $isNumber: positional(ONE, ([value]) => isNumber(value)),
};
