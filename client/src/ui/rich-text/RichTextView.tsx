import { Fragment, type JSX, lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Block,
  type Inline,
  isBlank,
  LINK_PATTERN,
  type Mark,
  type RichText,
  type Table,
  type TableRow,
} from '../../../../server/src/contracts/plain-text.ts';
import { cx } from '../cx.ts';
import { Formula } from './Formula.tsx';
import styles from './rich-text.module.css';

const FileImage = lazy(() => import('../files/FileImage.tsx'));

interface RichTextViewProps {
  readonly document: RichText;
  /** The level of the text's own highest headings on this page: one below the heading it stands under. */
  readonly headingLevel?: 2 | 3 | 4;
  /** Names of members for mentions; whom one may not know by name has none. */
  readonly nameOf?: ((memberId: string) => string | undefined) | undefined;
}

type Context = Required<Pick<RichTextViewProps, 'headingLevel'>> & Pick<RichTextViewProps, 'nameOf'>;

/** Shows rich text as React elements made from its JSON: no HTML is parsed, and no editor is loaded. */
export function RichTextView({ document, headingLevel = 3, nameOf }: RichTextViewProps) {
  const context = { headingLevel, nameOf };
  return (
    <div className={cx(styles['prose'])}>
      <Blocks blocks={document.content} context={context} />
    </div>
  );
}

function Blocks({ blocks, context }: { readonly blocks: readonly Block[]; readonly context: Context }) {
  // What is read never changes its order, so its place is its key.
  return blocks.map((block, index) => <BlockView key={index} block={block} context={context} />);
}

/** Each block finds its own direction, so that Arabic and English can stand below each other. */
function BlockView({ block, context }: { readonly block: Block; readonly context: Context }) {
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
      return <TableView table={block} context={context} />;
  }
}

function TableView({ table, context }: { readonly table: Table; readonly context: Context }) {
  const { t } = useTranslation();
  const [first, ...rest] = table.content;
  const hasHead = first?.content.every(({ type }) => type === 'tableHeader') === true && rest.length > 0;
  const rows = (all: readonly TableRow[], scope: 'col' | 'row') =>
    all.map((row, index) => <Row key={index} row={row} scope={scope} context={context} />);
  return (
    // A wide table scrolls by itself; the page does not.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={cx(styles['wide'])} role="group" aria-label={t('richText.table')} tabIndex={0}>
      <table dir="auto">
        {hasHead && first && <thead>{rows([first], 'col')}</thead>}
        <tbody>{rows(hasHead ? rest : table.content, 'row')}</tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: TableRow;
  readonly scope: 'col' | 'row';
  readonly context: Context;
}

function Row({ row, scope, context }: RowProps) {
  return (
    <tr>
      {row.content.map(({ type, attrs: { colspan, rowspan }, content }, index) => {
        const cell = <Blocks blocks={content} context={context} />;
        // A heading that says nothing heads nothing.
        return type === 'tableHeader' && !isBlank({ type: 'doc', content }) ? (
          <th key={index} scope={scope} colSpan={colspan} rowSpan={rowspan}>
            {cell}
          </th>
        ) : (
          <td key={index} colSpan={colspan} rowSpan={rowspan}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}

function Inlines({
  inlines = [],
  context,
}: {
  readonly inlines: readonly Inline[] | undefined;
  readonly context: Context;
}) {
  return inlines.map((inline, index) => <InlineView key={index} inline={inline} context={context} />);
}

function InlineView({ inline, context }: { readonly inline: Inline; readonly context: Context }) {
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
