import { Binary } from 'bson';
import { type Document, type Value, isDocument, isNumber, show } from '../bson/values.ts';
import { equals } from '../bson/compare.ts';
import { fail } from '../errors.ts';
import type { Collection } from '../engine/collection.ts';
import type { Engine } from '../engine/engine.ts';
import type { OrderedIndex } from '../engine/ordered-index.ts';
import type { Command } from './command.ts';
import type { Cursors } from './cursors.ts';

/** What one command works with. It remembers what the command touched, because its reply waits for that to be durable. */
export class CommandContext {
  readonly engine: Engine;
  readonly cursors: Cursors;
  readonly command: Command;
  readonly deadline: number | undefined;
  private readonly touched = new Set<Collection>();
  private touchedCatalog = false;

  constructor(engine: Engine, cursors: Cursors, command: Command) {
    this.engine = engine;
    this.cursors = cursors;
    this.command = command;
    const limit = command.count('maxTimeMS');
    this.deadline = limit > 0 ? performance.now() + limit : undefined;
  }

  /** The session's id in hexadecimal, if the client named one. */
  get session(): string | undefined {
    const id = this.command.documentOr('lsid')?.get('id');
    return id instanceof Binary ? id.toString('hex') : undefined;
  }

  find(name: string): Collection | undefined {
    const collection = this.engine.find(this.command.database, name);
    if (collection) this.touch(collection);
    else this.touchedCatalog = true;
    return collection;
  }

  ensure(name: string): Collection {
    this.engine.store.requireSpace();
    const collection = this.engine.ensure(this.command.database, name);
    this.touch(collection);
    return collection;
  }

  touch(collection: Collection): void {
    this.touched.add(collection);
  }

  touchCatalog(): void {
    this.touchedCatalog = true;
  }

  /** The group of writes that must be durable before the reply may leave. */
  get ticket(): number {
    const tickets = [...this.touched].map(({ lastTicket }) => lastTicket);
    return Math.max(0, ...tickets, this.touchedCatalog ? this.engine.catalogTicket : 0);
  }
}

/** The index a `hint` names by name or key pattern, or natural order. Throws BadValue when there is none. */
export function resolveHint(
  collection: Collection | undefined,
  hint: Value | undefined,
): OrderedIndex | 'natural' | undefined {
  if (hint === undefined || hint === null || (isDocument(hint) && hint.size === 0)) return undefined;
  if (isNaturalOrder(hint)) return 'natural';
  if (!collection) return undefined;
  const index = [...collection.indexes.values()].find(({ spec }) =>
    typeof hint === 'string' ? spec.name === hint : equals(spec.definition.get('key'), hint),
  );
  return (
    index ??
    fail(
      'BadValue',
      `planner returned error: hint provided does not correspond to an existing index: ${show(hint)}`,
    )
  );
}

function isNaturalOrder(hint: Value): hint is Document {
  return isDocument(hint) && hint.size === 1 && isNumber(hint.get('$natural'));
}
