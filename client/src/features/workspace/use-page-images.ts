import type * as contract from '../../../../server/src/contracts/workspace.ts';
import { useApi } from '../../app/context.ts';
import { useImageUpload } from '../../ui/files/use-image-upload.ts';
import type { PageAddress } from './comments-api.ts';

/** Uploads images of a page. It is in others’ texts at once, so it is kept before it is shown. */
export function usePageImages({ activityId, groupId, pageId }: PageAddress) {
  const api = useApi();
  const upload = useImageUpload({ kind: 'group-page', id: pageId });
  return async (file: File): Promise<string | null> => {
    const fileId = await upload(file);
    if (fileId !== null)
      await api.call<typeof contract.KeepPageImage>(
        'put',
        '/group-work/:activityId/groups/:groupId/pages/:pageId/images/:fileId',
        { params: { activityId, groupId, pageId, fileId }, body: {} },
      );
    return fileId;
  };
}
