import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Block,
  isBlank,
  type Table,
  type TableRow,
} from '../../../../server/src/contracts/plain-text.ts';
import { cx } from '../cx.ts';
import styles from './rich-text.module.css';

interface TableViewProps {
  readonly table: Table;
  /** Shows what is in a cell. */
  readonly children: (blocks: readonly Block[]) => ReactNode;
}

/** A table of a rich text: most texts have none. */
export default function TableView({ table, children }: TableViewProps) {
  const { t } = useTranslation();
  const [first, ...rest] = table.content;
  const hasHead = first?.content.every(({ type }) => type === 'tableHeader') === true && rest.length > 0;
  const rows = (all: readonly TableRow[], scope: 'col' | 'row') =>
    all.map((row, index) => (
      <Row key={index} row={row} scope={scope}>
        {children}
      </Row>
    ));
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

interface RowProps extends Pick<TableViewProps, 'children'> {
  readonly row: TableRow;
  readonly scope: 'col' | 'row';
}

function Row({ row, scope, children }: RowProps) {
  return (
    <tr>
      {row.content.map(({ type, attrs: { colspan, rowspan }, content }, index) => {
        const cell = children(content);
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
