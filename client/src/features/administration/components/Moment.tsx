import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { useConsoleFormat } from '../context.ts';

/** A moment of a table row, with the exact one for those who point at it. */
export function Moment({ iso }: { readonly iso: string }) {
  const format = useConsoleFormat();
  return (
    <time dateTime={iso} title={format.moment(iso)} className={cx(layout['oneLine'])}>
      {format.shortMoment(iso)}
    </time>
  );
}
