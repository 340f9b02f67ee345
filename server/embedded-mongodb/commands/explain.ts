import { type Document, document, int } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { IndexScan, Plan } from '../engine/plan.ts';
import { type Selected, select } from '../engine/select.ts';
import { compileFilter } from '../query/filter.ts';
import { parseSort } from '../query/sort.ts';
import { selectForAggregate } from './aggregate.ts';
import { Command } from './command.ts';
import { type CommandContext, resolveHint } from './context.ts';
import { limitOf, selectFor } from './read.ts';

function scanStage({ index, reverse, ranges }: IndexScan): Document {
  return document({
    stage: 'IXSCAN',
    keyPattern: index.spec.definition.get('key'),
    indexName: index.spec.name,
    isMultiKey: index.multikey.includes(true),
    isUnique: index.spec.unique,
    isPartial: index.spec.partial !== undefined,
    direction: reverse ? 'backward' : 'forward',
    ranges: int(ranges.length),
  });
}

function readStage(plan: Plan): Document {
  switch (plan.kind) {
    case 'collection':
      return document({ stage: 'COLLSCAN', direction: 'forward' });
    case 'index':
      return document({ stage: 'FETCH', inputStage: scanStage(plan) });
    case 'union':
      return document({
        stage: 'FETCH',
        inputStage: document({ stage: 'OR', inputStages: plan.scans.map(scanStage) }),
      });
  }
}

function winningPlan(selected: Selected | undefined): Document {
  if (!selected) return document({ stage: 'EOF' });
  const read = readStage(selected.plan);
  return selected.isSortedInMemory ? document({ stage: 'SORT', inputStage: read }) : read;
}

/** The selection that a command would make. Writes are planned and read, but change nothing. */
function selectionOf(command: Command, context: CommandContext): Selected | undefined {
  switch (command.name) {
    case 'find':
      return selectFor(command, context, 'filter', limitOf(command).limit);
    case 'count':
      return selectFor(command, context, 'query', limitOf(command).limit);
    case 'distinct':
      return selectFor(command, context, 'query', Infinity);
    case 'aggregate':
      return selectForAggregate(command, context).selected;
    case 'findAndModify':
      return selectFor(command, context, 'query', 1);
    case 'update':
    case 'delete':
      return selectForStatement(command, context);
    default:
      fail('CommandNotSupported', `explaining '${command.name}' is not supported by the embedded server`);
  }
}

function selectForStatement(command: Command, context: CommandContext): Selected | undefined {
  const [statement, another] = command.documents(command.name === 'update' ? 'updates' : 'deletes');
  if (!statement || another) fail('InvalidLength', 'explained write batches must be of size 1');
  const fields = new Command(new Map([['statement', null], ...statement]));
  const filter = compileFilter(fields.document('q'), command.documentOr('let'));
  const collection = context.find(command.collection);
  const hint = resolveHint(collection, statement.get('hint'));
  const isOne = command.name === 'update' ? !fields.flag('multi') : fields.integerOr('limit') === 1;
  const sort = parseSort(fields.document('sort'));
  return (
    collection &&
    select(collection, { filter, sort, hint, limit: isOne ? 1 : Infinity, deadline: context.deadline })
  );
}

/** The explained command's own fields are checked by `requireFields`, as if it came alone. */
export function explain(
  command: Command,
  context: CommandContext,
  requireFields: (explained: Command) => void,
): Document {
  const body = command.documentOr('explain');
  if (!body) fail('FailedToParse', 'explain needs a command');
  const explained = new Command(new Map([...body, ['$db', command.database]]));
  requireFields(explained);
  const selected = selectionOf(explained, context);
  const verbosity = command.body.get('verbosity') ?? 'allPlansExecution';
  const planner = document({
    namespace: `${command.database}.${explained.collection}`,
    winningPlan: winningPlan(selected),
    rejectedPlans: [],
  });
  if (verbosity === 'queryPlanner') return document({ queryPlanner: planner, ok: 1 });
  let returned = 0;
  for (const _hit of selected?.hits ?? []) returned++;
  const executionStats = document({
    executionSuccess: true,
    nReturned: int(returned),
    totalKeysExamined: int(selected?.statistics.keysExamined ?? 0),
    totalDocsExamined: int(selected?.statistics.documentsExamined ?? 0),
  });
  return document({ queryPlanner: planner, executionStats, ok: 1 });
}
