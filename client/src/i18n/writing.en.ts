import { files } from './files.en.ts';
import { richTextEditor } from './rich-text-editor.en.ts';

/** The texts that come with the editor and with files. */
export const writing = { files, richText: richTextEditor } as const;
