import { createServer } from 'node:http';
import { freePorts } from './ports.ts';

/** An S3-compatible server with one bucket in memory: as much of the protocol as a store of objects needs. */
export interface FakeBucket {
  readonly url: string;
  readonly objects: ReadonlyMap<string, Buffer>;
  close(): Promise<void>;
}

const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>${body}`;

export async function startFakeBucket(bucket: string): Promise<FakeBucket> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://bucket');
      const [, name, ...rest] = decodeURIComponent(url.pathname).split('/');
      const key = rest.join('/');
      // Every request is signed (AWS Signature Version 4); a client that forgot would be refused.
      if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 '))
        return response.writeHead(403).end();
      if (name !== bucket)
        return response.writeHead(404).end(xml('<Error><Code>NoSuchBucket</Code></Error>'));
      const body = Buffer.concat(parts);
      if (request.method === 'PUT') {
        objects.set(key, body);
        return response.writeHead(200, { ETag: '"1"' }).end();
      }
      if (request.method === 'POST' && url.searchParams.has('delete')) {
        for (const [, doomed] of body.toString().matchAll(/<Key>([^<]+)<\/Key>/g))
          objects.delete(doomed ?? '');
        return response.writeHead(200).end(xml('<DeleteResult/>'));
      }
      if (request.method === 'GET' && key === '') {
        const prefix = url.searchParams.get('prefix') ?? '';
        const found = [...objects.keys()].filter((known) => known.startsWith(prefix));
        const contents = found
          .map((known) => `<Contents><Key>${known}</Key><Size>1</Size></Contents>`)
          .join('');
        return response
          .writeHead(200)
          .end(xml(`<ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`));
      }
      const found = objects.get(key);
      if (!found) return response.writeHead(404).end(xml('<Error><Code>NoSuchKey</Code></Error>'));
      return response.writeHead(200, { 'Content-Length': found.length }).end(found);
    });
  });
  const [port] = await freePorts(1);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
