import { describe, expect, test } from '@jest/globals';
import { Binary, BSONRegExp, Decimal128, Int32, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { compare } from './compare.ts';
import { decodeDocument } from './decode.ts';
import { encodeDocument } from './encode.ts';
import { encodeKey, invertKey } from './key.ts';
import type { Value } from './values.ts';

const anyNumber: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((value) => new Int32(value)),
  fc.double(),
  fc.constantFrom<Value>(0, -0, NaN, Infinity, -Infinity, 5e-324, 0.1, 2 ** 53),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: -60, max: 60 }))
    .map(([digits, exponent]) => Decimal128.fromString(`${digits}E${exponent}`)),
  fc
    .constantFrom('0.1', '1E-6170', '1E6000', '-1E6000', 'NaN', 'Infinity', '0', '-0', '9007199254740993')
    .map((text) => Decimal128.fromString(text)),
);
const bytes = fc.uint8Array({ maxLength: 4 });
const leaf: fc.Arbitrary<Value> = fc.oneof(
  anyNumber,
  fc.constantFrom<Value>(null, true, false, new MinKey(), new MaxKey()),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('', 'a', 'a\0', 'a\0b', 'ab', '\uffff', '\u{1f600}', 'ä'),
  fc.integer({ min: -5, max: 5 }).map((time) => new Date(time)),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((id) => new ObjectId(id)),
  fc.tuple(bytes, fc.constantFrom(0, 4)).map(([data, type]) => new Binary(data, type)),
  fc.tuple(fc.nat(3), fc.nat(3)).map(([t, i]) => new Timestamp({ t, i })),
  fc.constantFrom('a', 'ab', '').map((pattern) => new BSONRegExp(pattern, 'i')),
);
const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'aa', '2', '1'), tie('value')), { maxLength: 3 })
      .map((fields) => new Map(fields)),
  ),
}));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

describe('keys', () => {
  test('are ordered as the values they encode', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(order(encodeKey(a), encodeKey(b))).toBe(Math.sign(compare(a, b)));
      }),
      { numRuns: 1500 },
    );
  });

  test('of numbers are ordered as the numbers, across all four types', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        expect(order(encodeKey(a), encodeKey(b))).toBe(Math.sign(compare(a, b)));
      }),
      { numRuns: 1500 },
    );
  });

  test('keep their order when something follows, and turn it around when inverted', () => {
    fc.assert(
      fc.property(
        anyValue,
        anyValue,
        fc.constantFrom('\x08', '\xf7'),
        fc.constantFrom('\x08', '\xf7'),
        (a, b, x, y) => {
          const [p, q] = [encodeKey(a), encodeKey(b)];
          fc.pre(p !== q);
          expect(order(p + x, q + y)).toBe(order(p, q));
          expect(order(invertKey(p) + x, invertKey(q) + y)).toBe(-order(p, q));
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('numbers of different types', () => {
  const decimal = (text: string): Decimal128 => Decimal128.fromString(text);
  test.each<[string, Value, Value, number]>([
    ['an int equals the same double', new Int32(5), 5, 0],
    ['a long equals the same decimal', 9007199254740993n, decimal('9007199254740993'), 0],
    ['a long between two doubles lies between them', 9007199254740993n, 9007199254740992, 1],
    ['a decimal 0.1 is less than the double 0.1', decimal('0.1'), 0.1, -1],
    ['trailing zeros do not matter', decimal('5.00'), new Int32(5), 0],
    ['a tiny decimal is more than zero', decimal('1E-6170'), 0, 1],
    ['a tiny negative decimal is less than zero', decimal('-1E-6170'), 0, -1],
    ['a decimal beyond the doubles is less than infinity', decimal('1E6000'), Infinity, -1],
    ['NaN comes before every number', NaN, -Infinity, -1],
    ['minus zero equals zero', -0, new Int32(0), 0],
  ])('%s', (_rule, a, b, expected) => {
    expect(compare(a, b)).toBe(expected);
    expect(order(encodeKey(a), encodeKey(b))).toBe(expected);
  });
});

test('a document survives encoding and decoding byte by byte', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const encoded = encodeDocument(new Map([['v', value]]));
      expect(encodeDocument(decodeDocument(encoded)).equals(encoded)).toBe(true);
    }),
  );
});
