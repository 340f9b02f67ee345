import type { RichText } from '../../../../server/src/contracts/plain-text.ts';
import type { UploadImage } from './editor/images.ts';
import type { Mentions } from './editor/mentions.ts';

export interface RichTextEditorProps {
  readonly label: string;
  /** The heading above says it; the label is only read out. */
  readonly hidesLabel?: boolean;
  readonly hint?: string;
  /** What is wrong with the text, translated. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly isReadOnly?: boolean;
  readonly isOptional?: boolean;
  /** One has asked to write, so the focus goes into it as soon as it is there. */
  readonly takesFocus?: boolean;
  /** Height in lines before anything is written. */
  readonly rows?: number;
  readonly value: RichText;
  readonly onChange: (value: RichText) => void;
  readonly onBlur?: () => void;
  /** Characters of its plain text. */
  readonly max: number;
  /** Where images go; without it the text takes none. */
  readonly uploadImage?: UploadImage | undefined;
  /** Whom one may mention; without it nobody. */
  readonly mentions?: Mentions | undefined;
}

/** What the editor itself takes beside. */
export interface EditorProps extends RichTextEditorProps {
  /** Ids of the hint, the error and the count of words. */
  readonly describedBy: string | undefined;
}
