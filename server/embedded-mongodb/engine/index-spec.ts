import { type Document, type Value, isDocument, isNumber, isTruthy, show, toDouble } from '../bson/values.ts';
import { type ErrorCode, fail } from '../errors.ts';
import { compileFilter } from '../query/filter.ts';
import { isOperatorDocument } from '../query/paths.ts';
import type { IndexField, IndexSpec } from './ordered-index.ts';

const OPTIONS = new Set([
  'v',
  'key',
  'name',
  'ns',
  'background',
  'unique',
  'sparse',
  'expireAfterSeconds',
  'partialFilterExpression',
  'collation',
]);
const PARTIAL_OPERATORS = new Set(['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type']);

function parseField(path: string, direction: Value): IndexField {
  if (typeof direction === 'string')
    fail('CannotCreateIndex', `Index type '${direction}' is not supported by the embedded server`);
  const number = isNumber(direction) ? toDouble(direction) : 0;
  if (number === 0 || Number.isNaN(number))
    fail(
      'CannotCreateIndex',
      `Values in the index key pattern must be numbers other than 0, found ${show(direction)}`,
    );
  const parts = path.split('.');
  if (parts.some((part) => part === '' || part.startsWith('$')))
    fail(
      'CannotCreateIndex',
      `Index key contains an illegal field name: '${path}' (wildcard indexes are not supported)`,
    );
  return { path, parts, direction: number > 0 ? 1 : -1 };
}

/** Refuses what a partial index's filter may not hold: anything but equality, `$exists: true`, comparison, `$type`. */
function requirePlainConditions(filter: Document): void {
  for (const [path, operand] of filter) {
    if (path === '$and' && Array.isArray(operand)) {
      for (const branch of operand) if (isDocument(branch)) requirePlainConditions(branch);
      continue;
    }
    if (path.startsWith('$')) fail('CannotCreateIndex', `unsupported expression in partial index: ${path}`);
    if (!isOperatorDocument(operand)) continue;
    for (const [operator, value] of operand)
      if (!PARTIAL_OPERATORS.has(operator) || (operator === '$exists' && !isTruthy(value)))
        fail(
          'CannotCreateIndex',
          `unsupported expression in partial index: ${path} ${operator}: ${show(value)}`,
        );
  }
}

function expirySeconds(value: Value | undefined, fields: IndexField[]): number | undefined {
  if (value === undefined) return undefined;
  const seconds = isNumber(value) ? toDouble(value) : NaN;
  if (!(seconds >= 0 && seconds <= 0x7fffffff))
    fail(
      'CannotCreateIndex',
      `TTL index 'expireAfterSeconds' option must be numeric and within an acceptable range, got ${show(value)}`,
    );
  if (fields.length !== 1)
    fail('CannotCreateIndex', 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  return seconds;
}

/** Checks the definition of an index. Throws CannotCreateIndex or, for options it does not know, code 197. */
export function parseIndexSpec(definition: Document): IndexSpec {
  const refuse = (code: ErrorCode, message: string): never => fail(code, message);
  for (const option of definition.keys())
    if (!OPTIONS.has(option))
      refuse(
        'InvalidIndexSpecificationOption',
        `The field '${option}' is not valid for an index specification of the embedded server`,
      );
  const collation = definition.get('collation');
  if (collation !== undefined && !(isDocument(collation) && collation.get('locale') === 'simple'))
    refuse('CommandNotSupported', 'collations other than simple are not supported by the embedded server');
  const name = definition.get('name');
  const key = definition.get('key');
  if (typeof name !== 'string' || name === '')
    fail('FailedToParse', "The 'name' field is a required property of an index specification");
  if (!isDocument(key) || key.size === 0)
    fail('CannotCreateIndex', "The 'key' field of an index specification must be a non-empty object");
  const fields = [...key].map(([path, direction]) => parseField(path, direction));
  const partial = definition.get('partialFilterExpression');
  if (partial !== undefined && !isDocument(partial))
    fail('CannotCreateIndex', 'partialFilterExpression must be an object');
  if (partial) requirePlainConditions(partial);
  const sparse = isTruthy(definition.get('sparse'));
  if (sparse && partial)
    fail('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  return {
    name,
    fields,
    unique: isTruthy(definition.get('unique')),
    sparse,
    partial: partial && compileFilter(partial),
    expireAfterSeconds: expirySeconds(definition.get('expireAfterSeconds'), fields),
    definition,
  };
}
