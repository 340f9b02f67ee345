import { describe, expect, test } from '@jest/globals';
import { FILE_CHUNK_BYTES } from '../../../../server/src/contracts/limits.ts';
import { type ApiClient, ApiError, UnreachableError } from '../../app/api-client.ts';
import { makeUploader } from './uploader.ts';

const ITEM = { kind: 'essay', id: 'a'.repeat(32) };

interface Stored {
  name: string;
  size: number;
  pieces: Map<number, Uint8Array>;
  state: 'uploading' | 'ready';
}

/** A server that keeps what it is sent; `fault` is asked before each call and may throw. */
function makeServer(fault: (path: string, call: number) => void = () => undefined) {
  const files = new Map<string, Stored>();
  let calls = 0;
  const view = (id: string) => {
    const file = files.get(id);
    if (!file) throw new ApiError('NOT_FOUND');
    const { name, size, state, pieces } = file;
    const chunks = Math.ceil(size / FILE_CHUNK_BYTES);
    return { id, name, size, state, type: 'text/plain', chunks, received: [...pieces.keys()] };
  };
  const call = async (
    method: string,
    path: string,
    parts: { params?: { fileId: string; index: number }; body?: never },
    signal?: AbortSignal,
  ) => {
    await Promise.resolve();
    signal?.throwIfAborted();
    fault(path, ++calls);
    const id = parts.params?.fileId ?? '';
    if (path === '/files/unfinished')
      return { files: [...files.keys()].map(view).filter((f) => f.state !== 'ready') };
    if (method === 'post' && path === '/files') {
      const { id, name, size } = parts.body as unknown as { id: string; name: string; size: number };
      if (!files.has(id)) files.set(id, { name, size, pieces: new Map(), state: 'uploading' });
      return view(id);
    }
    if (method === 'delete') {
      files.delete(id);
      return { removed: true };
    }
    const file = files.get(id);
    if (!file) throw new ApiError('NOT_FOUND');
    if (method === 'put') file.pieces.set(parts.params?.index ?? -1, parts.body as unknown as Uint8Array);
    else file.state = 'ready';
    return view(id);
  };
  return {
    api: { call } as unknown as ApiClient,
    files,
    calls: () => calls,
    contentOf: (id: string) =>
      Buffer.concat([...(files.get(id)?.pieces ?? [])].sort(([a], [b]) => a - b).map(([, piece]) => piece)),
  };
}

const content = Buffer.from(Array.from({ length: 4 * FILE_CHUNK_BYTES + 10 }, (_, index) => index % 253));
const file = () => new File([content], 'essay.txt');

describe('an upload', () => {
  test('arrives whole, in pieces', async () => {
    const server = makeServer();
    const uploader = makeUploader(server.api, ITEM);
    const [view] = await uploader.add([file()]);
    expect(view).toMatchObject({ name: 'essay.txt', state: 'ready' });
    expect(server.contentOf(view?.id ?? '').equals(content)).toBe(true);
    expect(uploader.getUploads()).toEqual([]);
  });

  test('goes on after a broken connection, and sends again only what did not arrive', async () => {
    const puts: string[] = [];
    const server = makeServer((path, call) => {
      if (path.includes('chunks')) puts.push(path);
      if (call === 3 || call === 4) throw new UnreachableError('gone');
    });
    const seen = new Set<string>();
    const uploader = makeUploader(server.api, ITEM);
    uploader.subscribe(() => uploader.getUploads().forEach(({ state }) => seen.add(state)));
    const [view] = await uploader.add([file()]);
    expect(server.contentOf(view?.id ?? '').equals(content)).toBe(true);
    expect(seen).toContain('paused');
    // Five pieces, two of which broke once.
    expect(puts).toHaveLength(7);
  });

  test('that the server refuses says why and can be tried again', async () => {
    let refuses = true;
    const server = makeServer(() => {
      if (refuses) throw new ApiError('COURSE_FILES_FULL', { max: 10 });
    });
    const uploader = makeUploader(server.api, ITEM);
    const added = uploader.add([file()]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    const [upload] = uploader.getUploads();
    expect(upload).toMatchObject({ state: 'failed', error: { code: 'COURSE_FILES_FULL' } });
    refuses = false;
    uploader.retry(upload?.id ?? '');
    expect((await added)[0]).toMatchObject({ state: 'ready' });
  });

  test('that was broken off before a reload goes on when the same file is chosen, and another one is another', async () => {
    const server = makeServer();
    server.files.set('f1', {
      name: 'essay.txt',
      size: content.length,
      pieces: new Map([
        [0, content.subarray(0, FILE_CHUNK_BYTES)],
        [2, content.subarray(2 * FILE_CHUNK_BYTES, 3 * FILE_CHUNK_BYTES)],
      ]),
      state: 'uploading',
    });
    const uploader = makeUploader(server.api, ITEM);
    await uploader.recall();
    expect(uploader.getUploads()).toMatchObject([{ id: 'f1', state: 'broken', sent: 2 * FILE_CHUNK_BYTES }]);
    const before = server.calls();
    const [other, same] = await uploader.add([new File(['other'], 'other.txt'), file()]);
    expect(other?.id).not.toBe('f1');
    expect(same?.id).toBe('f1');
    expect(server.contentOf('f1').equals(content)).toBe(true);
    // Begin, three pieces that were missing, end; and begin, one piece, end.
    expect(server.calls() - before).toBe(5 + 3);
  });

  test('that is stopped is taken away, and the next one goes on', async () => {
    const server = makeServer();
    const uploader = makeUploader(server.api, ITEM);
    const added = uploader.add([file(), new File(['next'], 'next.txt')]);
    uploader.remove(uploader.getUploads()[0]?.id ?? '');
    expect(await added).toMatchObject([null, { name: 'next.txt' }]);
    expect([...server.files.values()].map(({ name }) => name)).toEqual(['next.txt']);
  });
});
