import { announce } from '../../ui/announce.ts';

/**
 * Says that something was done whose button is gone by it. The focus goes to the page's heading, so that one reads and
 * tabs on from the top and not from nowhere.
 */
export function said(text: string): void {
  announce(text);
  document.querySelector<HTMLElement>('main h1')?.focus();
}
