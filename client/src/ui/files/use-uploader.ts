import { useEffect, useSyncExternalStore } from 'react';
import { useApi } from '../../app/context.ts';
import type { ApiClient } from '../../app/api-client.ts';
import type { FileItem } from './api.ts';
import { makeUploader, type Upload, type Uploader } from './uploader.ts';

const known = new WeakMap<ApiClient, Map<string, Uploader>>();

function uploaderOf(api: ApiClient, item: FileItem): Uploader {
  const ofApi = known.get(api) ?? new Map<string, Uploader>();
  known.set(api, ofApi);
  const key = `${item.kind}/${item.id}`;
  const uploader = ofApi.get(key) ?? makeUploader(api, item);
  ofApi.set(key, uploader);
  return uploader;
}

interface UploaderState {
  readonly uploader: Uploader;
  readonly uploads: readonly Upload[];
  /** Whether some are still on their way. */
  readonly isSending: boolean;
}

/** The uploads for one item; they go on while one is on another page. */
export function useUploader(item: FileItem): UploaderState {
  const api = useApi();
  const uploader = uploaderOf(api, item);
  const uploads = useSyncExternalStore(uploader.subscribe, uploader.getUploads);
  const isSending = uploads.some(({ state }) => state !== 'failed' && state !== 'broken');
  useEffect(() => {
    if (!isSending) return;
    // The browser asks before it closes a page that is still sending.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isSending]);
  return { uploader, uploads, isSending };
}
