import { Gauge, type Registry } from 'prom-client';

interface PageFigures {
  /** Of this process. */
  count(): { readonly pages: number; readonly sockets: number; readonly people: number };
}

/** Figures of pages that are open, for Prometheus, read when they are asked for. */
export function registerPageMetrics(registry: Registry, sockets: PageFigures): void {
  const gauge = (name: string, help: string, what: keyof ReturnType<PageFigures['count']>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(sockets.count()[what]);
      },
    });
  gauge('roundtable_pages_open', 'Pages written together that are in the memory of this process', 'pages');
  gauge('roundtable_page_sockets', 'Sockets over which pages are written, of this process', 'sockets');
  gauge(
    'roundtable_page_people',
    'People who have pages open, of this process, once for each course',
    'people',
  );
}
