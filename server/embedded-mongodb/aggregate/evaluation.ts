import type { DocumentReader, Value } from '../bson/values.ts';

export type Variables = ReadonlyMap<string, Value | undefined>;

/** What an expression is evaluated against: the current document, and `let` or loop variables. */
export interface Scope {
  root: DocumentReader;
  variables?: Variables | undefined;
}

/** A compiled expression; undefined means that the result is missing. */
export type Evaluate = (scope: Scope) => Value | undefined;
export type Compile = (expression: Value) => Evaluate;
/** Compiles one operator from its operand; `compile` compiles expressions within it. */
export type OperatorCompiler = (operand: Value, compile: Compile, name: string) => Evaluate;
export type OperatorTable = Record<string, OperatorCompiler>;
