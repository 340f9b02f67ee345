import type { Document } from './bson/values.ts';

/** MongoDB's error codes by name (src/mongo/base/error_codes.yml); codes without a name are passed as numbers. */
const CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  IllegalOperation: 20,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  OperationFailed: 96,
  CommandNotSupported: 115,
  InvalidPipelineOperator: 168,
  ExceededMemoryLimit: 146,
  InvalidIndexSpecificationOption: 197,
  ConversionFailure: 241,
  CannotBackfillArray: 249,
  OpQueryUnsupported: 352,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
  IDLUnknownField: 40415,
} as const;

export type ErrorCode = keyof typeof CODES | number;

const NAMES = new Map<number, string>(Object.entries(CODES).map(([name, code]) => [code, name]));

/** An error a client is told about, with MongoDB's code. `details` are further fields of the reply. */
export class MongoError extends Error {
  readonly code: number;
  readonly details: Document | undefined;

  constructor(code: ErrorCode, message: string, details?: Document) {
    super(message);
    this.name = 'MongoError';
    this.code = typeof code === 'number' ? code : CODES[code];
    this.details = details;
  }

  get codeName(): string {
    return NAMES.get(this.code) ?? `Location${this.code}`;
  }
}

/** Throws a MongoError. */
export function fail(code: ErrorCode, message: string, details?: Document): never {
  throw new MongoError(code, message, details);
}
