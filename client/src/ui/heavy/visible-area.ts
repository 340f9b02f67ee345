import { useEffect } from 'react';

const LOOK_AGAIN_MS = 400;

/**
 * While something is shown above the page, says on the root element which part of the frame is in sight
 * (`--visible-start`, `--visible-size`). An LMS may give the frame the height of its content: its middle is then not the
 * middle of the screen, and only an intersection observer knows more than the frame. The page around scrolls without
 * telling, so it looks again from time to time.
 */
export function useVisibleArea(): void {
  useEffect(() => {
    const root = document.documentElement;
    let observer: IntersectionObserver | undefined;
    function look(): void {
      observer?.disconnect();
      observer = new IntersectionObserver(([entry]) => {
        if (entry === undefined || entry.intersectionRect.height === 0) return;
        const { top, bottom } = entry.intersectionRect;
        root.style.setProperty('--visible-start', `${Math.max(0, top)}px`);
        root.style.setProperty(
          '--visible-size',
          `${Math.min(bottom, window.innerHeight) - Math.max(0, top)}px`,
        );
      });
      observer.observe(root);
    }
    look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => {
      clearInterval(timer);
      observer?.disconnect();
    };
  }, []);
}
