import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { FILE_CONTENT } from '../../contracts/paths.ts';
import { AppError } from '../../core/app-error.ts';
import { hashSecret } from '../../core/ids.ts';
import type { ByteRange, OpenedFile } from './ports.ts';

const MINUTE_MS = 60_000;
/** Per link: a player that seeks, or a viewer that reads pages, asks often. */
const REQUESTS_PER_MINUTE = 600;

/** Nothing in a file may run, load or be framed, whatever it is. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

const keyOf = (request: Request): string => {
  const { key } = request.query;
  return typeof key === 'string' ? key : '';
};

/**
 * Sends files' contents to whoever holds a capability: `GET /files/content?key=…`, whole or one range (RFC 9110 §14).
 *
 * @param open answers null for a capability that is unknown, expired or revoked.
 */
export function contentRouter(open: (secret: string) => Promise<OpenedFile | null>): Router {
  const router = Router();
  router.get(
    FILE_CONTENT,
    rateLimit({
      windowMs: MINUTE_MS,
      limit: REQUESTS_PER_MINUTE,
      legacyHeaders: false,
      keyGenerator: (request) => hashSecret(keyOf(request)),
      handler: (_request, _response, next) => next(new AppError('TOO_MANY_REQUESTS')),
    }),
    async (request, response) => {
      const file = await open(keyOf(request));
      if (!file) throw new AppError('NOT_FOUND', { kind: 'file' });
      const range = rangeOf(request, file.size);
      setHeaders(response, file, range);
      if (range === 'unsatisfiable' || request.method === 'HEAD') return void response.end();
      // One who leaves in the middle is no fault; a content that ends early closes the connection.
      await pipeline(Readable.from(file.read(range ?? undefined), { objectMode: false }), response).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
        },
      );
    },
  );
  return router;
}

/** The one range that was asked for; null for the whole, also when several are asked for (RFC 9110 §14.2 allows it). */
function rangeOf(request: Request, size: number): ByteRange | 'unsatisfiable' | null {
  const ranges = request.range(size, { combine: true });
  if (ranges === -1) return 'unsatisfiable';
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return null;
  const [range] = ranges;
  return range ?? null;
}

function setHeaders(response: Response, file: OpenedFile, range: ByteRange | 'unsatisfiable' | null): void {
  response.set({
    'Content-Type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
    'Content-Disposition': dispositionOf(file),
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-store',
  });
  if (range === 'unsatisfiable') {
    response.status(416).set({ 'Content-Range': `bytes */${file.size}`, 'Content-Length': '0' });
  } else if (range) {
    response.status(206).set({
      'Content-Range': `bytes ${range.start}-${range.end}/${file.size}`,
      'Content-Length': String(range.end - range.start + 1),
    });
  } else {
    response.set('Content-Length', String(file.size));
  }
}

/** RFC 6266: a plain name for old programs, the real one in UTF-8 (RFC 8187). */
export function dispositionOf({ name, download }: Pick<OpenedFile, 'name' | 'download'>): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name.replaceAll(/\p{Cs}/gu, '_')).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${download ? 'attachment' : 'inline'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
