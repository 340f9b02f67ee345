import { existsSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import type { RequestHandler } from 'express';

/** The build's two compressed forms of a file, the smaller one first. */
const FORMS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;

/** Answers with what the build has compressed, where the browser takes it; to be followed by the static files. */
export function compressedFiles(directory: string): RequestHandler {
  const files = new Set(existsSync(directory) ? readdirSync(directory) : []);
  return (request, response, next) => {
    // Only names of the list get through, so no path leads elsewhere.
    const name = request.path.slice(1);
    if (FORMS.some(({ ending }) => files.has(`${name}${ending}`))) response.vary('Accept-Encoding');
    const form = FORMS.find(
      ({ encoding, ending }) => files.has(`${name}${ending}`) && request.acceptsEncodings(encoding) !== false,
    );
    if (form !== undefined) {
      response.type(extname(name)).set('Content-Encoding', form.encoding);
      request.url = `/${name}${form.ending}`;
    }
    next();
  };
}
