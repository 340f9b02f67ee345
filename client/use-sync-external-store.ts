/** Stands in for the package of this name, which brings the same to versions of React that lack it. */
export { useSyncExternalStore } from 'react';
