/** Work that rests now and then, and what comes of it. */
export type Steps<Result> = Generator<unknown, Result, undefined>;

/** Does it without keeping others waiting: at each rest whoever else has asked is answered. */
export async function doInSteps<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Does it without a rest. */
export function doAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
