import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/files.ts';
import { FILE_LINKS_MAX } from '../../../../server/src/contracts/limits.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';

export type FileItem = z.output<typeof contract.FileItem>;
export type AttachedFileView = z.output<typeof contract.AttachedFileView>;
export type FileView = z.output<typeof contract.FileView>;
export type AnonymousFileView = z.output<typeof contract.AnonymousFileView>;
export type FileLink = z.output<(typeof contract.LinkFiles)['response']>['links'][number];

/** A link is asked for again a minute before it ends. */
const FRESH_MS = 4 * 60_000;

interface Waiting {
  readonly fileId: string;
  readonly resolve: (link: FileLink | null) => void;
  readonly reject: (error: unknown) => void;
}

/** Asks for the links of everything that one page shows in one call. */
function makeLinkLoader(api: ApiClient) {
  let waiting: Waiting[] = [];

  async function ask(batch: readonly Waiting[]): Promise<void> {
    try {
      const fileIds = [...new Set(batch.map(({ fileId }) => fileId))];
      const { links } = await api.call<typeof contract.LinkFiles>('post', '/files/links', {
        body: { fileIds },
      });
      for (const { fileId, resolve } of batch) resolve(links.find((link) => link.fileId === fileId) ?? null);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return (fileId: string): Promise<FileLink | null> =>
    new Promise((resolve, reject) => {
      waiting.push({ fileId, resolve, reject });
      if (waiting.length > 1) return;
      setTimeout(() => {
        const all = waiting;
        waiting = [];
        for (let start = 0; start < all.length; start += FILE_LINKS_MAX) {
          void ask(all.slice(start, start + FILE_LINKS_MAX));
        }
      });
    });
}

const loaders = new WeakMap<ApiClient, ReturnType<typeof makeLinkLoader>>();

function loaderOf(api: ApiClient): ReturnType<typeof makeLinkLoader> {
  const known = loaders.get(api) ?? makeLinkLoader(api);
  loaders.set(api, known);
  return known;
}

/** The address of a file's content, to show it; null when it is not there for the caller. Fetch again when it ends. */
export function useFileLink(fileId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['file-link', fileId],
    queryFn: () => loaderOf(api)(fileId),
    staleTime: FRESH_MS,
    gcTime: FRESH_MS,
    refetchOnWindowFocus: false,
  });
}

/** The address to save a file from. */
export async function downloadLink(api: ApiClient, fileId: string): Promise<string | null> {
  const { links } = await api.call<typeof contract.LinkFiles>('post', '/files/links', {
    body: { fileIds: [fileId], download: true },
  });
  return links[0]?.url ?? null;
}

export const createFile = (
  api: ApiClient,
  body: { id: string; item: FileItem; name: string; size: number },
  signal?: AbortSignal,
) => api.call<typeof contract.CreateFile>('post', '/files', { body }, signal);

export const putChunk = (
  api: ApiClient,
  fileId: string,
  index: number,
  bytes: Uint8Array,
  signal?: AbortSignal,
) =>
  api.call<typeof contract.PutChunk>(
    'put',
    '/files/:fileId/chunks/:index',
    { params: { fileId, index }, body: bytes },
    signal,
  );

export const finishFile = (api: ApiClient, fileId: string, signal?: AbortSignal) =>
  api.call<typeof contract.FinishFile>('post', '/files/:fileId/finish', { params: { fileId } }, signal);

export const removeFile = (api: ApiClient, fileId: string) =>
  api.call<typeof contract.RemoveFile>('delete', '/files/:fileId', { params: { fileId } });

export const listUnfinished = (api: ApiClient, item: FileItem, signal?: AbortSignal) =>
  api.call<typeof contract.ListUnfinishedFiles>(
    'get',
    '/files/unfinished',
    { query: { kind: item.kind, itemId: item.id } },
    signal,
  );
