import { useApi } from '../../app/context.ts';
import type { FileItem } from './api.ts';
import { makeUploader } from './uploader.ts';

/**
 * How a text’s images are uploaded, for one item.
 *
 * @returns a function that resolves with the file’s id; it throws what the server answered when it is refused.
 */
export function useImageUpload(item: FileItem): (file: File) => Promise<string | null> {
  const api = useApi();
  return (file) =>
    new Promise((resolve, reject) => {
      const uploader = makeUploader(api, item);
      uploader.subscribe(() => {
        const [upload] = uploader.getUploads();
        if (upload?.state !== 'failed') return;
        reject(upload.error ?? new Error('not uploaded'));
        uploader.remove(upload.id);
      });
      void uploader
        .add([file])
        .then(([view]) => resolve(view?.type?.startsWith('image/') === true ? view.id : null));
    });
}
