import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import { AppError } from '../../core/app-error.ts';
import { APP } from '../../contracts/paths.ts';
import { compressedFiles } from './compressed.ts';

export interface FrameRules {
  /** Origins that may show the client of a deployment in a frame. */
  frameAncestors(deploymentKey: string): Promise<string[]>;
  /** Origins that the client of a deployment may post the deep-linking answer to. */
  formTargets(deploymentKey: string): Promise<string[]>;
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
  router.get([`${APP}/p/:deploymentKey`, `${APP}/p/:deploymentKey/*path`], async (request, response) => {
    if (!page) throw new AppError('NOT_FOUND', { kind: 'client', hint: 'run npm run build' });
    const deploymentKey = String(request.params['deploymentKey']);
    const [ancestors, targets] = await Promise.all([
      rules.frameAncestors(deploymentKey),
      rules.formTargets(deploymentKey),
    ]);
    response
      .set('Content-Security-Policy', contentSecurityPolicy(ancestors, targets))
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(page);
  });
  return router;
}

/** Scripts and styles come from our own files alone; inline styles of elements are set by script (CSSOM). */
const contentSecurityPolicy = (ancestors: readonly string[], targets: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    `form-action ${["'self'", ...targets].join(' ')}`,
    `frame-ancestors ${["'self'", ...ancestors].join(' ')}`,
  ].join('; ');
