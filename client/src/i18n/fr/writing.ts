import { files } from './files.ts';
import { richTextEditor } from './rich-text-editor.ts';

/** The texts that come with the editor and with files. */
export const writing = { files, richText: richTextEditor } as const;
