import { type Document, type DocumentReader, type Value, isDocument } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { wholeDocument } from '../engine/changed-row.ts';
import type { Variables } from './evaluation.ts';
import { type Stage, type StageCompiler, type StageContext, STAGES } from './stages.ts';

/** The stages allowed in an update. */
const UPDATE_STAGES = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

function stageOf(spec: Value): { name: string; operand: Value; compile: StageCompiler } {
  const [entry] = isDocument(spec) ? spec : [];
  if (!entry || !isDocument(spec) || spec.size !== 1)
    fail(40323, 'A pipeline stage specification object must contain exactly one field.');
  const compile = STAGES.get(entry[0]);
  if (!compile) fail(40324, `Unrecognized pipeline stage name: '${entry[0]}'`);
  return { name: entry[0], operand: entry[1], compile };
}

/** Compiles a pipeline into one function over rows. Throws 40324 for a stage it does not know. */
export function compilePipeline(pipeline: readonly Value[], context: StageContext): Stage {
  const stages = pipeline.map((spec, i) => {
    const { operand, compile } = stageOf(spec);
    return compile(operand, context, pipeline[i + 1]);
  });
  return (rows) => stages.reduce<Iterable<DocumentReader>>((current, stage) => stage(current), rows);
}

/** Applies the stages of an update to one document. Throws InvalidOptions for stages an update may not have. */
export function runUpdatePipeline(
  root: Document,
  pipeline: readonly Value[],
  variables: Variables | undefined,
): Document {
  for (const spec of pipeline) {
    const { name } = stageOf(spec);
    if (!UPDATE_STAGES.has(name))
      fail('InvalidOptions', `${name} is not allowed to be used within an update`);
  }
  const run = compilePipeline(pipeline, { variables, foreign: () => () => [] });
  for (const result of run([root])) return wholeDocument(result);
  return root;
}
