import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  type PDFPageProxy,
  version,
} from 'pdfjs-dist';
// The build makes an address of it.
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { type KeyboardEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../Banner.tsx';
import { Button } from '../Button.tsx';
import { cx } from '../cx.ts';
import { Skeleton } from '../Skeleton.tsx';
import { PageNotesContext, useWantedPage } from './page-notes.ts';
import styles from './pdf.module.css';
import { linesOf } from './pdf-text.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** What documents refer to instead of holding it; the build puts it there (vite.config.ts). */
const DATA = `${import.meta.env.BASE_URL}assets/pdfjs-${version}/`;
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
const FIT = 1;

interface PdfViewProps {
  readonly fileId: string;
  readonly url: string;
  readonly name: string;
  readonly onLinkEnded: () => void;
}

/** The pages of a PDF one by one, by buttons and keys, or as text. */
export default function PdfView({ fileId, url, name, onLinkEnded }: PdfViewProps) {
  const { t } = useTranslation();
  const notes = useContext(PageNotesContext);
  const { document, hasFailed } = usePdf(url);
  const { page, setPage, takesFocus } = useWantedPage(fileId);
  const [zoom, setZoom] = useState(FIT);
  const [asText, setAsText] = useState(false);
  if (hasFailed) return <Banner tone="warn">{t('files.preview.failed')}</Banner>;
  if (document === null) return <Skeleton />;
  const of = document.numPages;
  const shown = Math.min(page, of);
  const goTo = (wanted: number) => setPage(Math.min(Math.max(wanted, 1), of));

  function onKeyDown(event: KeyboardEvent): void {
    const wanted = { PageDown: shown + 1, PageUp: shown - 1, Home: 1, End: of }[event.key];
    if (wanted === undefined || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    goTo(wanted);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={t('files.preview.pdf.pages', { name })}
      className={cx(styles['viewer'])}
      onKeyDown={onKeyDown}
    >
      <Controls
        page={shown}
        of={of}
        zoom={zoom}
        asText={asText}
        onPage={goTo}
        onZoom={setZoom}
        onAsText={setAsText}
      />
      {notes?.tools(fileId, shown)}
      <PdfPage
        key={`${shown}-${String(asText)}`}
        document={document}
        number={shown}
        over={notes?.over(fileId, shown)}
        takesFocus={takesFocus}
        zoom={zoom}
        asText={asText}
        onFailed={onLinkEnded}
      />
    </div>
  );
}

function usePdf(url: string): { document: PDFDocumentProxy | null; hasFailed: boolean } {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    const loading = getDocument({
      url,
      cMapUrl: `${DATA}cmaps/`,
      standardFontDataUrl: `${DATA}standard_fonts/`,
      wasmUrl: `${DATA}wasm/`,
      // The content security policy compiles nothing: pictures are decoded by the slower JavaScript.
      useWasm: false,
      isEvalSupported: false,
    });
    loading.promise.then(
      (loaded) => {
        setDocument(loaded);
        setHasFailed(false);
      },
      () => setHasFailed(!loading.destroyed),
    );
    return () => void loading.destroy();
  }, [url]);
  return { document, hasFailed };
}

interface ControlsProps {
  readonly page: number;
  readonly of: number;
  readonly zoom: number;
  readonly asText: boolean;
  readonly onPage: (page: number) => void;
  readonly onZoom: (zoom: number) => void;
  readonly onAsText: (asText: boolean) => void;
}

function Controls({ page, of, zoom, asText, onPage, onZoom, onAsText }: ControlsProps) {
  const { t } = useTranslation();
  const step = ZOOMS.indexOf(zoom);
  return (
    <div className={cx(styles['controls'])}>
      <Button
        aria-label={t('files.preview.pdf.previous')}
        isDisabled={page === 1}
        onPress={() => onPage(page - 1)}
      >
        <span aria-hidden="true" className={cx(styles['arrow'])}>
          ‹
        </span>
      </Button>
      <label className={cx(styles['page'])}>
        <span>{t('files.preview.pdf.goTo')}</span>
        <input
          key={page}
          type="number"
          min={1}
          max={of}
          defaultValue={page}
          onBlur={(event) => onPage(event.target.valueAsNumber || page)}
          onKeyDown={(event) => event.key === 'Enter' && onPage(event.currentTarget.valueAsNumber || page)}
        />
        <span>{t('files.preview.pdf.of', { of })}</span>
      </label>
      <Button
        aria-label={t('files.preview.pdf.next')}
        isDisabled={page === of}
        onPress={() => onPage(page + 1)}
      >
        <span aria-hidden="true" className={cx(styles['arrow'])}>
          ›
        </span>
      </Button>
      {!asText && (
        <>
          <Button
            aria-label={t('files.preview.pdf.smaller')}
            isDisabled={step === 0}
            onPress={() => onZoom(ZOOMS[step - 1] ?? FIT)}
          >
            <span aria-hidden="true">−</span>
          </Button>
          <Button
            aria-label={t('files.preview.pdf.larger')}
            isDisabled={step === ZOOMS.length - 1}
            onPress={() => onZoom(ZOOMS[step + 1] ?? FIT)}
          >
            <span aria-hidden="true">+</span>
          </Button>
        </>
      )}
      <Button onPress={() => onAsText(!asText)}>
        {t(asText ? 'files.preview.pdf.asPage' : 'files.preview.pdf.asText')}
      </Button>
    </div>
  );
}

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly zoom: number;
  readonly asText: boolean;
  /** What lies over its picture. */
  readonly over: ReactNode;
  /** Whether it was asked for since it last took the focus. */
  readonly takesFocus: () => boolean;
  readonly onFailed: () => void;
}

function PdfPage({ document, number, zoom, asText, over, takesFocus, onFailed }: PdfPageProps) {
  const { t } = useTranslation();
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  useEffect(() => {
    let isCurrent = true;
    document.getPage(number).then(
      (loaded) => isCurrent && setPage(loaded),
      () => isCurrent && onFailed(),
    );
    return () => {
      isCurrent = false;
    };
  }, [document, number, onFailed]);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (page !== null && takesFocus()) sheet.current?.focus();
  }, [page, takesFocus]);
  const label = t('files.preview.pdf.page', { n: number, of: document.numPages });
  return (
    // It scrolls by itself, so the keyboard must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={sheet} className={cx(styles['sheet'])} tabIndex={0} role="group" aria-label={label}>
      {page === null ? (
        <Skeleton />
      ) : asText ? (
        <PageText page={page} />
      ) : (
        <PageImage page={page} zoom={zoom} label={label} over={over} />
      )}
    </div>
  );
}

/** The page as wide as there is room, times the zoom. */
function PageImage({
  page,
  zoom,
  label,
  over,
}: {
  readonly page: PDFPageProxy;
  readonly zoom: number;
  readonly label: string;
  readonly over: ReactNode;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const around = canvas.current?.parentElement?.parentElement;
    if (!around) return;
    const observer = new ResizeObserver(([entry]) => setRoom(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(around);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const target = canvas.current;
    if (!target || room === 0) return;
    const width = room * zoom;
    const natural = page.getViewport({ scale: 1 });
    const density = Math.min(window.devicePixelRatio, 2);
    const viewport = page.getViewport({ scale: (width / natural.width) * density });
    target.width = Math.floor(viewport.width);
    target.height = Math.floor(viewport.height);
    target.style.inlineSize = `${width}px`;
    const rendering = page.render({ canvas: target, viewport });
    // One that is cancelled, because the next is on its way, says so by an error.
    rendering.promise.catch(() => undefined);
    return () => rendering.cancel();
  }, [page, zoom, room]);
  return (
    <div className={cx(styles['paper'])}>
      <canvas ref={canvas} role="img" aria-label={label} />
      {over}
    </div>
  );
}

function PageText({ page }: { readonly page: PDFPageProxy }) {
  const { t } = useTranslation();
  const [lines, setLines] = useState<string[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    page.getTextContent().then(
      ({ items }) => isCurrent && setLines(linesOf(items)),
      () => isCurrent && setLines([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [page]);
  if (lines === null) return <Skeleton />;
  if (lines.length === 0) return <p>{t('files.preview.pdf.noText')}</p>;
  return (
    <p dir="auto" className={cx(styles['text'])}>
      {lines.join('\n')}
    </p>
  );
}
