import type { RefObject } from 'react';

/** What is marked as wrong and can take the focus: the frame around a number field is marked too, and cannot. */
const INVALID = '[aria-invalid="true"]:not([role="group"])';

/** Moves the focus to the first field that is wrong; the fields are marked by the next render. */
export function focusFirstInvalid(form: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(INVALID)?.focus());
}
