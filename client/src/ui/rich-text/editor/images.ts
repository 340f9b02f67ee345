import { type Editor, Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** Uploads an image. @returns the file's id, or null when it is no image; throws what keeps it from being taken. */
export type UploadImage = (file: File) => Promise<string | null>;

const imagesOf = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

/** The browser's own chooser of files. */
export function chooseImages(onFiles: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/png,image/jpeg,image/webp,image/gif';
  input.multiple = true;
  input.addEventListener('change', () => onFiles([...(input.files ?? [])]));
  input.click();
}

/** Uploads images and puts each where it belongs once it is there, whatever was typed meanwhile. */
export async function insertImages(
  editor: Editor,
  files: readonly File[],
  upload: UploadImage,
  position?: number,
): Promise<void> {
  for (const file of files) {
    const fileId = await upload(file);
    if (fileId === null || editor.isDestroyed) continue;
    const at = Math.min(position ?? editor.state.selection.to, editor.state.doc.content.size);
    editor
      .chain()
      .insertContentAt(at, { type: 'image', attrs: { fileId, alt: '' } })
      .run();
  }
}

/** Takes images by paste and drop. */
export const ImageDrop = Extension.create<{ upload: UploadImage }>({
  name: 'imageDrop',
  addOptions: () => ({ upload: () => Promise.resolve(null) }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    return [
      new Plugin({
        props: {
          handlePaste: (_view, event) => {
            const images = imagesOf(event.clipboardData);
            // Office programs paste text with a picture of it beside: the text is what is meant.
            if (images.length === 0 || (event.clipboardData?.getData('text/plain') ?? '').trim() !== '')
              return false;
            void insertImages(editor, images, options.upload);
            return true;
          },
          handleDrop: (view, event) => {
            const images = imagesOf(event.dataTransfer);
            if (images.length === 0) return false;
            event.preventDefault();
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
            void insertImages(editor, images, options.upload, at);
            return true;
          },
        },
      }),
    ];
  },
});
