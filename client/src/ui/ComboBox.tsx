import type { ReactNode } from 'react';
import { FieldPlaceholder } from './FieldPlaceholder.tsx';
import type { ComboBoxProps } from './heavy/ComboBox.tsx';
import { makePart } from './part.tsx';

/** One of many things, found by typing a part of its name. */
export const ComboBox = makePart<ComboBoxProps<string>>(
  () => import('./heavy/ComboBox.tsx'),
  FieldPlaceholder,
) as <Id extends string>(props: ComboBoxProps<Id>) => ReactNode;
