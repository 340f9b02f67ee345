import type { ReactNode } from 'react';
import { FieldPlaceholder } from './FieldPlaceholder.tsx';
import type { SelectProps } from './heavy/Select.tsx';
import { makePart } from './part.tsx';

/** One of several things, from a list that opens; a few are better all in sight, in a `RadioGroup`. */
export const Select = makePart<SelectProps<string>>(() => import('./heavy/Select.tsx'), FieldPlaceholder) as <
  Id extends string,
>(
  props: SelectProps<Id>,
) => ReactNode;
