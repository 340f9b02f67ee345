import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Response, Router } from 'express';
import { AppError } from '../../core/app-error.ts';
import { ADMINISTRATION, APP } from '../../contracts/paths.ts';
import { compressedFiles } from './compressed.ts';

export interface FrameRules {
  /** Origins that may show the client of a deployment in a frame. */
  frameAncestors(deploymentKey: string): Promise<string[]>;
  /** Origins that the client of a deployment may post the deep-linking answer to. */
  formTargets(deploymentKey: string): Promise<string[]>;
  /** Origins that pages may show in frames of their own. */
  readonly frameSources: readonly string[];
}

const YEAR_SECONDS = 31_536_000;

/** The built client: its files for ever, its one page with the deployment's own frame rules. */
export function clientPages(directory: string, rules: FrameRules): Router {
  const index = join(directory, 'index.html');
  const page = existsSync(index) ? readFileSync(index, 'utf8') : null;
  const router = Router();

  router.use(
    `${APP}/assets`,
    compressedFiles(join(directory, 'assets')),
    express.static(join(directory, 'assets'), { immutable: true, maxAge: YEAR_SECONDS * 1000 }),
  );
  const send = (response: Response, policy: string): void => {
    if (!page) throw new AppError('NOT_FOUND', { kind: 'client', hint: 'run npm run build' });
    response.set('Content-Security-Policy', policy).set('Cache-Control', 'no-store').type('html').send(page);
  };
  router.get([`${APP}/p/:deploymentKey`, `${APP}/p/:deploymentKey/*path`], async (request, response) => {
    const deploymentKey = String(request.params['deploymentKey']);
    const [ancestors, targets] = await Promise.all([
      rules.frameAncestors(deploymentKey),
      rules.formTargets(deploymentKey),
    ]);
    const frames = rules.frameSources.length === 0 ? ["'none'"] : rules.frameSources;
    send(response, contentSecurityPolicy(["'self'", ...targets], ["'self'", ...ancestors], frames));
  });
  // Whoever signs in there runs the installation: the page is a window of its own, and posts no form.
  router.get([ADMINISTRATION, `${ADMINISTRATION}/*path`], (_request, response) =>
    send(response, contentSecurityPolicy(["'none'"], ["'none'"], ["'none'"])),
  );
  return router;
}

/** Scripts and styles come from our own files alone; inline styles of elements are set by script (CSSOM). */
const contentSecurityPolicy = (
  formTargets: readonly string[],
  ancestors: readonly string[],
  frames: readonly string[],
): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src ${frames.join(' ')}`,
    "base-uri 'none'",
    `form-action ${formTargets.join(' ')}`,
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ');
