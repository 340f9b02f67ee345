/** A promise with the functions that settle it: `Promise.withResolvers`, which Node 20 does not have. */
export interface Deferred<Result> {
  promise: Promise<Result>;
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
}

export function deferred<Result>(): Deferred<Result> {
  let resolve: (result: Result) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Result>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
