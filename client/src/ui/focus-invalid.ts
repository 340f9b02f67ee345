import type { RefObject } from 'react';

/**
 * What is marked as wrong and can take the focus: the frame around a number field is marked too, and cannot. Of a set of
 * choices, which is marked as a whole, the first choice.
 */
const INVALID = '[aria-invalid="true"]:not([role="group"]), [data-invalid] input';

/** Moves the focus to the first field that is wrong; the fields are marked by the next render. */
export function focusFirstInvalid(form: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(INVALID)?.focus());
}
