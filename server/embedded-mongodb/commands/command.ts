import { encodeDocument } from '../bson/encode.ts';
import { decodeDocument } from '../bson/decode.ts';
import {
  type Document,
  type Value,
  isDocument,
  isNumber,
  isTruthy,
  show,
  toDouble,
  typeName,
} from '../bson/values.ts';
import { fail } from '../errors.ts';

/** Fields every command may carry. */
const GENERIC_FIELDS = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
]);
const READ_CONCERNS = new Set<Value | undefined>([undefined, 'local', 'available', 'majority']);

/** A command as it came in, with typed access to its fields. */
export class Command {
  readonly name: string;
  readonly body: Document;
  /** Documents sent beside the body (OP_MSG sections of kind 1), encoded. */
  private readonly sequences: ReadonlyMap<string, Buffer[]>;

  constructor(body: Document, sequences: ReadonlyMap<string, Buffer[]> = new Map()) {
    this.name = [...body.keys()][0] ?? '';
    this.body = body;
    this.sequences = sequences;
  }

  get database(): string {
    return this.text('$db');
  }

  /** The collection that the command names in its first field. */
  get collection(): string {
    return this.text(this.name);
  }

  /**
   * Refuses fields beside the generic and the given ones (40415), transactions (20, as a standalone server does),
   * concerns and collations that cannot be met.
   */
  requireFields(allowed: readonly string[]): void {
    for (const transactional of ['txnNumber', 'startTransaction', 'autocommit'])
      if (this.body.has(transactional))
        fail('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos');
    const names = [...this.body.keys(), ...this.sequences.keys()];
    for (const name of names)
      if (name !== this.name && !GENERIC_FIELDS.has(name) && !allowed.includes(name))
        fail('IDLUnknownField', `BSON field '${this.name}.${name}' is an unknown field.`);
    this.requireConcerns();
    requireSimpleCollation(this.body.get('collation'));
  }

  private requireConcerns(): void {
    const level = this.documentOr('readConcern')?.get('level');
    if (!READ_CONCERNS.has(level))
      fail('InvalidOptions', `readConcern level ${show(level)} is not supported by the embedded server`);
    const concern = this.documentOr('writeConcern');
    const acknowledgers = concern?.get('w');
    if (
      isNumber(acknowledgers)
        ? toDouble(acknowledgers) > 1
        : acknowledgers !== undefined && acknowledgers !== 'majority'
    )
      fail('BadValue', "cannot use 'w' > 1 or tags when a host is not replicated");
  }

  private wrongType(name: string, wanted: string): never {
    const value = this.body.get(name);
    fail(
      'TypeMismatch',
      `BSON field '${this.name}.${name}' is the wrong type '${typeName(value)}', expected type '${wanted}'`,
    );
  }

  text(name: string): string {
    const value = this.body.get(name);
    return typeof value === 'string' ? value : this.wrongType(name, 'string');
  }

  /** A document; undefined when the field is missing or null. */
  documentOr(name: string): Document | undefined {
    const value = this.body.get(name) ?? undefined;
    return value === undefined || isDocument(value) ? value : this.wrongType(name, 'object');
  }

  /** A document; empty when the field is missing. */
  document(name: string): Document {
    return this.documentOr(name) ?? new Map();
  }

  flag(name: string): boolean {
    return isTruthy(this.body.get(name));
  }

  /** A whole number; undefined when the field is missing or null. */
  integerOr(name: string): number | undefined {
    const value = this.body.get(name) ?? undefined;
    if (value === undefined) return undefined;
    const number = isNumber(value) ? toDouble(value) : NaN;
    return Number.isInteger(number) ? number : this.wrongType(name, 'long');
  }

  /** A whole number that is not negative; 0 when the field is missing. */
  count(name: string): number {
    const number = this.integerOr(name) ?? 0;
    if (number < 0) fail('BadValue', `BSON field '${name}' value must be >= 0, actual value '${number}'`);
    return number;
  }

  array(name: string): Value[] {
    const value = this.body.get(name);
    return Array.isArray(value) ? value : this.wrongType(name, 'array');
  }

  /** Documents given in the body or beside it, decoded. */
  documents(name: string): Document[] {
    const beside = this.sequences.get(name);
    if (beside) return beside.map((bytes) => decodeDocument(bytes));
    return this.array(name).map((value) => (isDocument(value) ? value : this.wrongType(name, 'array')));
  }

  /** Documents given in the body or beside it, as bytes of their own that are known to be well-formed. */
  encodedDocuments(name: string): Buffer[] {
    const beside = this.sequences.get(name);
    if (!beside) return this.documents(name).map(encodeDocument);
    for (const bytes of beside) decodeDocument(bytes);
    return beside.map((bytes) => {
      // part of a message or of Node's pool would keep the whole of it alive
      const own = Buffer.allocUnsafeSlow(bytes.length);
      bytes.copy(own);
      return own;
    });
  }
}

/** Refuses every collation but the simple one, which compares bytes. */
export function requireSimpleCollation(collation: Value | undefined): void {
  if (collation === undefined || collation === null) return;
  if (isDocument(collation) && (collation.size === 0 || collation.get('locale') === 'simple')) return;
  fail('CommandNotSupported', 'collations other than simple are not supported by the embedded server');
}

/** Refuses fields of a statement (an element of `updates`, `deletes`, `indexes` …) beside the given ones. */
export function requireStatementFields(statement: Document, name: string, allowed: readonly string[]): void {
  for (const field of statement.keys())
    if (!allowed.includes(field))
      fail('IDLUnknownField', `BSON field '${name}.${field}' is an unknown field.`);
}
