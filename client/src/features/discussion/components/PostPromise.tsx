import { useTranslation } from 'react-i18next';
import { isStaff, useSession } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Promised } from '../writing-api.ts';

/** Who will see the writer's name, said where one writes. */
export function PostPromise({ promise }: { readonly promise: Promised }) {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <p className={cx(layout['muted'], layout['small'])}>
      {t(isStaff(session) ? 'spaces.promise.staff' : `spaces.promise.${promise}`)}
    </p>
  );
}
