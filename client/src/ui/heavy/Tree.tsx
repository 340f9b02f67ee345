import { Button, Tree as AriaTree, TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import styles from './Tree.module.css';

export interface TreeNode {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly children?: readonly TreeNode[];
}

export interface TreeProps {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  /** Null while nothing is chosen. */
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** What is unfolded at first. */
  readonly unfolded: readonly string[];
}

export default function Tree({ label, nodes, selected, onSelect, unfolded }: TreeProps) {
  return (
    <AriaTree
      aria-label={label}
      className={cx(styles['tree'])}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys;
        if (id !== undefined) onSelect(String(id));
      }}
      defaultExpandedKeys={unfolded}
    >
      {nodes.map((node) => (
        <Branch key={node.id} node={node} />
      ))}
    </AriaTree>
  );
}

function Branch({ node: { id, title, note, children = [] } }: { readonly node: TreeNode }) {
  return (
    <TreeItem id={id} textValue={title} className={cx(styles['item'])}>
      <TreeItemContent>
        {({ level, hasChildItems }) => (
          <div
            className={cx(styles['row'])}
            style={{ paddingInlineStart: `calc(${level - 1} * var(--space-5))` }}
          >
            {hasChildItems ? (
              <Button slot="chevron" className={cx(styles['chevron'])}>
                <Icon name="chevronEnd" />
              </Button>
            ) : (
              <span className={cx(styles['chevron'])} />
            )}
            <span className={cx(styles['title'])}>{title}</span>
            {note !== undefined && <span className={cx(styles['note'])}>{note}</span>}
          </div>
        )}
      </TreeItemContent>
      {children.map((child) => (
        <Branch key={child.id} node={child} />
      ))}
    </TreeItem>
  );
}
