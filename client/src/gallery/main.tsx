import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadFurtherTexts, loadWritingTexts, startI18n } from '../i18n/index.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/print.css';
import { Frame } from './Frame.tsx';
import { applyLooks, readLooks } from './looks.ts';
import { Specimens } from './Specimens.tsx';

/**
 * `/app/gallery`, in development only: every component in every state. The page around sets the looks and shows the
 * specimens in a frame of the wanted width; `?bare` is what stands in the frame.
 */
const search = new URLSearchParams(window.location.search);
await startI18n();
await Promise.all([loadFurtherTexts(), loadWritingTexts()]);
const root = document.querySelector('#root');
if (root === null) throw new Error('gallery.html has no #root');
const looks = readLooks(search);
const isBare = search.has('bare');
if (isBare) await applyLooks(looks);
createRoot(root).render(
  <StrictMode>{isBare ? <Specimens looks={looks} /> : <Frame initial={looks} />}</StrictMode>,
);
