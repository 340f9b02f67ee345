import { files } from './files.ts';
import { handIn } from './hand-in.ts';
import { promise } from './promise.ts';
import { richTextEditor } from './rich-text-editor.ts';

/** The texts that come with the editor and with files. */
export const writing = { files, handIn, promise, richText: richTextEditor } as const;
