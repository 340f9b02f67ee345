/** The types of files that are taken, by what is in them and never by what they are called: the only list of them. */

export type Preview = 'image' | 'audio' | 'video' | 'pdf' | 'text';

export interface FileType {
  /** How names of such files end; the first is added to a name that ends otherwise. */
  readonly extensions: readonly string[];
  /** How the client can show it, or null: to save only. */
  readonly preview: Preview | null;
  /** Whether such a file may hold its author's name, and whether we can take it out. */
  readonly authorData: 'none' | 'removable' | 'stays';
}

const image = (extensions: string[], authorData: FileType['authorData']): FileType => ({
  extensions,
  preview: 'image',
  authorData,
});
const sound = (...extensions: string[]): FileType => ({ extensions, preview: 'audio', authorData: 'stays' });
const film = (...extensions: string[]): FileType => ({ extensions, preview: 'video', authorData: 'stays' });
const office = (...extensions: string[]): FileType => ({
  extensions,
  preview: null,
  authorData: 'removable',
});

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/**
 * By media type. Pages that could run in a browser (HTML, SVG) have none of their own: they are text, and served as
 * such. Programs have none at all.
 */
export const FILE_TYPES: Readonly<Record<string, FileType>> = {
  'image/jpeg': image(['jpg', 'jpeg'], 'removable'),
  'image/png': image(['png'], 'removable'),
  'image/webp': image(['webp'], 'removable'),
  'image/gif': image(['gif'], 'stays'),
  'audio/mpeg': sound('mp3'),
  'audio/x-m4a': sound('m4a'),
  'audio/wav': sound('wav'),
  'audio/ogg': sound('ogg', 'oga', 'opus'),
  'audio/flac': sound('flac'),
  'video/mp4': film('mp4', 'm4v'),
  'video/webm': film('webm'),
  'video/quicktime': film('mov'),
  'application/pdf': { extensions: ['pdf'], preview: 'pdf', authorData: 'removable' },
  [`${OOXML}.wordprocessingml.document`]: office('docx'),
  [`${OOXML}.presentationml.presentation`]: office('pptx'),
  [`${OOXML}.spreadsheetml.sheet`]: office('xlsx'),
  [`${ODF}.text`]: office('odt'),
  [`${ODF}.presentation`]: office('odp'),
  [`${ODF}.spreadsheet`]: office('ods'),
  'application/zip': { extensions: ['zip'], preview: null, authorData: 'stays' },
  'text/plain': {
    extensions: [
      'txt',
      'md',
      'csv',
      'tsv',
      'json',
      'xml',
      'tex',
      'bib',
      'py',
      'r',
      'java',
      'c',
      'h',
      'cpp',
      'cs',
      'ts',
      'css',
      'sql',
      'yaml',
      'yml',
      'log',
      'ipynb',
      'rtf',
    ],
    preview: 'text',
    authorData: 'none',
  },
};

/** A file without its name: names tell whose it is. */
export const anonymousFile = ({
  id,
  size,
  type,
}: {
  readonly id: string;
  readonly size: number;
  readonly type: string | null;
}) => ({ id, size, type: type ?? '', extension: FILE_TYPES[type ?? '']?.extensions[0] ?? 'bin' });
