import { type ComponentType, Fragment, type JSX, lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Block,
  type Inline,
  LINK_PATTERN,
  type Mark,
  type RichText,
} from '../../../../server/src/contracts/plain-text.ts';
import { loadWritingTexts, withTexts } from '../../i18n/index.ts';
import { cx } from '../cx.ts';
import { Formula } from './Formula.tsx';
import styles from './rich-text.module.css';

const TableView = lazy(() => import('./TableView.tsx'));
const FileImage = lazy(withTexts(() => import('../files/FileImage.tsx'), loadWritingTexts));

interface RichTextViewProps {
  readonly document: RichText;
  /** The level of the text's own highest headings on this page: one below the heading it stands under. */
  readonly headingLevel?: 2 | 3 | 4;
  /** Names of members for mentions; whom one may not know by name has none. */
  readonly nameOf?: ((memberId: string) => string | undefined) | undefined;
}

export interface Context extends Pick<RichTextViewProps, 'nameOf'> {
  readonly headingLevel: 2 | 3 | 4;
  /** What shows blocks and what is in them, instead of the views here. */
  readonly Block?: ComponentType<BlockProps>;
  readonly Inline?: ComponentType<InlineProps>;
}

export interface BlockProps {
  readonly block: Block;
  readonly context: Context;
}

export interface InlineProps {
  readonly inline: Inline;
  readonly context: Context;
}

/** Shows rich text as React elements made from its JSON: no HTML is parsed, and no editor is loaded. */
export function RichTextView({ document, headingLevel = 3, nameOf }: RichTextViewProps) {
  const context = { headingLevel, nameOf };
  return (
    <div className={cx(styles['prose'])}>
      <Blocks blocks={document.content} context={context} />
    </div>
  );
}

export function Blocks({
  blocks,
  context,
}: {
  readonly blocks: readonly Block[];
  readonly context: Context;
}) {
  const { Block = BlockView } = context;
  // What is read never changes its order, so its place is its key.
  return blocks.map((block, index) => <Block key={index} block={block} context={context} />);
}

/** Each block finds its own direction, so that Arabic and English can stand below each other. */
export function BlockView({ block, context }: BlockProps) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p dir="auto">
          <Inlines inlines={block.content} context={context} />
        </p>
      );
    case 'heading': {
      const Heading =
        `h${Math.min(6, context.headingLevel + block.attrs.level - 1)}` as keyof JSX.IntrinsicElements;
      return (
        <Heading dir="auto">
          <Inlines inlines={block.content} context={context} />
        </Heading>
      );
    }
    case 'bulletList':
    case 'orderedList': {
      const items = block.content.map((item, index) => (
        <li key={index}>
          <Blocks blocks={item.content} context={context} />
        </li>
      ));
      if (block.type === 'bulletList') return <ul dir="auto">{items}</ul>;
      return (
        <ol dir="auto" start={block.attrs.start}>
          {items}
        </ol>
      );
    }
    case 'blockquote':
      return (
        <blockquote dir="auto">
          <Blocks blocks={block.content} context={context} />
        </blockquote>
      );
    case 'codeBlock':
      return (
        // A long line is scrolled to, also by the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre dir="ltr" tabIndex={0}>
          <code>{block.content?.map(({ text }) => text).join('')}</code>
        </pre>
      );
    case 'horizontalRule':
      return <hr />;
    case 'image':
      return (
        <Suspense fallback={null}>
          <FileImage fileId={block.attrs.fileId} alt={block.attrs.alt} />
        </Suspense>
      );
    case 'mathBlock':
      return <Formula latex={block.attrs.latex} isBlock />;
    case 'table':
      return (
        <Suspense fallback={null}>
          <TableView table={block}>{(blocks) => <Blocks blocks={blocks} context={context} />}</TableView>
        </Suspense>
      );
  }
}

function Inlines({
  inlines = [],
  context,
}: {
  readonly inlines: readonly Inline[] | undefined;
  readonly context: Context;
}) {
  const { Inline = InlineView } = context;
  return inlines.map((inline, index) => <Inline key={index} inline={inline} context={context} />);
}

export function InlineView({ inline, context }: InlineProps) {
  const { t } = useTranslation();
  switch (inline.type) {
    case 'text':
      return (inline.marks ?? []).reduce<ReactNode>(
        (text, mark) => <Marked mark={mark}>{text}</Marked>,
        <Fragment>{inline.text}</Fragment>,
      );
    case 'hardBreak':
      return <br />;
    case 'mathInline':
      return <Formula latex={inline.attrs.latex} />;
    case 'mention':
      return (
        <bdi className={cx(styles['mention'])}>
          {`@${context.nameOf?.(inline.attrs.memberId) ?? t('richText.somebody')}`}
        </bdi>
      );
  }
}

function Marked({ mark, children }: { readonly mark: Mark; readonly children: ReactNode }) {
  switch (mark.type) {
    case 'bold':
      return <strong>{children}</strong>;
    case 'italic':
      return <em>{children}</em>;
    case 'strike':
      return <s>{children}</s>;
    case 'code':
      return <code>{children}</code>;
    case 'link':
      // The server has checked it; what it may lead to is too important to be checked once.
      return LINK_PATTERN.test(mark.attrs.href) ? (
        <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer nofollow ugc">
          {children}
        </a>
      ) : (
        children
      );
  }
}
