import { type Document, document, int } from '../bson/values.ts';
import { encodeDocument } from '../bson/encode.ts';
import { MongoError, fail } from '../errors.ts';
import type { Engine } from '../engine/engine.ts';
import * as admin from './admin.ts';
import { aggregate } from './aggregate.ts';
import { Command } from './command.ts';
import { CommandContext } from './context.ts';
import type { Cursors } from './cursors.ts';
import { explain } from './explain.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { count, distinct, find, getMore, killCursors } from './read.ts';
import { deleteDocuments, findAndModify, insert, update } from './write.ts';

interface CommandDefinition {
  /** The fields it may carry beside those every command may. */
  fields: readonly string[];
  run: (command: Command, context: CommandContext) => Document | Buffer;
}

const WRITE_FIELDS = ['ordered', 'bypassDocumentValidation', 'let'];
const HELLO: CommandDefinition = {
  fields: [
    'client',
    'compression',
    'helloOk',
    'speculativeAuthenticate',
    'saslSupportedMechs',
    'loadBalanced',
    'backpressure',
  ],
  run: admin.helloCommand,
};

const COMMANDS = new Map<string, CommandDefinition>(
  Object.entries({
    hello: HELLO,
    isMaster: HELLO,
    ismaster: HELLO,
    ping: { fields: [], run: admin.ok },
    buildInfo: { fields: [], run: admin.buildInfo },
    buildinfo: { fields: [], run: admin.buildInfo },
    serverStatus: { fields: [], run: admin.serverStatus },
    endSessions: { fields: [], run: admin.endSessions },
    find: {
      fields: [
        'filter',
        'sort',
        'projection',
        'skip',
        'limit',
        'batchSize',
        'singleBatch',
        'hint',
        'let',
        'collation',
        'allowDiskUse',
        'noCursorTimeout',
      ],
      run: find,
    },
    getMore: { fields: ['collection', 'batchSize'], run: getMore },
    killCursors: { fields: ['cursors'], run: killCursors },
    count: { fields: ['query', 'skip', 'limit', 'hint', 'collation'], run: count },
    distinct: { fields: ['key', 'query', 'hint', 'collation'], run: distinct },
    aggregate: {
      fields: ['pipeline', 'cursor', 'hint', 'let', 'collation', 'allowDiskUse', 'bypassDocumentValidation'],
      run: aggregate,
    },
    insert: { fields: ['documents', ...WRITE_FIELDS], run: insert },
    update: { fields: ['updates', ...WRITE_FIELDS], run: update },
    delete: { fields: ['deletes', ...WRITE_FIELDS], run: deleteDocuments },
    findAndModify: {
      fields: [
        'query',
        'sort',
        'remove',
        'update',
        'new',
        'fields',
        'upsert',
        'arrayFilters',
        'hint',
        'let',
        'collation',
        'bypassDocumentValidation',
      ],
      run: findAndModify,
    },
    createIndexes: { fields: ['indexes', 'commitQuorum'], run: createIndexes },
    listIndexes: { fields: ['cursor'], run: listIndexes },
    dropIndexes: { fields: ['index'], run: dropIndexes },
    create: { fields: admin.CREATE_FIELDS, run: admin.create },
    drop: { fields: [], run: admin.drop },
    dropDatabase: { fields: [], run: admin.dropDatabase },
    listCollections: {
      fields: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
      run: admin.listCollections,
    },
    listDatabases: { fields: ['filter', 'nameOnly', 'authorizedDatabases'], run: admin.listDatabases },
    explain: { fields: ['verbosity'], run: (command, context) => explain(command, context, definitionOf) },
    collStats: { fields: ['scale'], run: admin.collStats },
    dbStats: { fields: ['scale'], run: admin.dbStats },
  } satisfies Record<string, CommandDefinition>),
);

function errorReply(error: MongoError): Document {
  const reply = document({ ok: 0, errmsg: error.message, code: int(error.code), codeName: error.codeName });
  return new Map([...reply, ...(error.details ?? [])]);
}

/** Refuses a command that is not known, or fields that it may not have. */
function definitionOf(command: Command): CommandDefinition {
  const definition = COMMANDS.get(command.name);
  if (!definition) fail('CommandNotFound', `no such command: '${command.name}'`);
  command.requireFields(definition.fields);
  return definition;
}

/** Whether an error is the client's to know; any other one is a defect of this server. */
function asMongoError(error: unknown): MongoError {
  if (error instanceof MongoError) return error;
  // deeply nested expressions are stopped by the stack, not by a counter
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return new MongoError('Overflow', 'the command is nested too deeply');
  return new MongoError('InternalError', error instanceof Error ? error.message : String(error));
}

/**
 * Runs one command and returns its encoded reply. Errors become replies. The reply is handed over once every write it
 * can show is durable.
 */
export async function runCommand(
  engine: Engine,
  cursors: Cursors,
  body: Document,
  sequences: ReadonlyMap<string, Buffer[]>,
): Promise<Buffer> {
  let reply: Document | Buffer;
  let ticket = 0;
  try {
    const command = new Command(body, sequences);
    const definition = definitionOf(command);
    const context = new CommandContext(engine, cursors, command);
    try {
      reply = definition.run(command, context);
    } finally {
      ticket = context.ticket;
    }
  } catch (error) {
    reply = errorReply(asMongoError(error));
  }
  const encoded = Buffer.isBuffer(reply) ? reply : encodeDocument(reply);
  await engine.store.durable(ticket);
  return encoded;
}
