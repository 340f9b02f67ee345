import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { clientPages } from '../../server/src/platform/http/client-pages.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUILT = join(ROOT, 'dist/gallery');

export interface GalleryServer {
  /** The specimens without the switches around them. */
  readonly url: (looks: Record<string, string>) => string;
  /** A page that shows the specimens in a frame as high as they are, as an LMS may. */
  readonly framedUrl: string;
  close(): Promise<void>;
}

/** Builds the gallery and serves it as the client is served: the same content security policy. */
export async function serveGallery(): Promise<GalleryServer> {
  await build();
  // The client's one page is called so.
  copyFileSync(join(BUILT, 'gallery.html'), join(BUILT, 'index.html'));
  const app = express();
  let port = 0;
  // By another name than the gallery's, so that its frame is cross-site, as it is in a real LMS.
  const lms = () => `http://localhost:${port}`;
  const frameAncestors = () => Promise.resolve([lms()]);
  app.use(clientPages(BUILT, { frameAncestors, formTargets: () => Promise.resolve([]), frameSources: [] }));
  app.get('/framed', (_request, response) => {
    const frame = `http://127.0.0.1:${port}/app/p/gallery?bare`;
    response.send(`<h1>Course</h1><iframe src="${frame}" style="width:100%;height:9000px"></iframe>`);
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  return {
    url: (looks) =>
      `http://127.0.0.1:${port}/app/p/gallery?${new URLSearchParams({ bare: '', ...looks }).toString()}`,
    framedUrl: `${lms()}/framed`,
    async close(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function build(): Promise<void> {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'client/vite.config.ts'];
  const child = spawn(process.execPath, [...vite, '--mode', 'gallery', '--logLevel', 'warn'], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the gallery’s build ended with ${code}`);
}
