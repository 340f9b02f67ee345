import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What one built script holds and brings along; sizes in bytes. */
export interface ChunkReport {
  readonly isEntry: boolean;
  readonly gzip: number;
  /** Files that come before this one runs, and files that come when they are first wanted. */
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly css: readonly string[];
  /** Minified size by module: paths from the repository's root, packages from `node_modules/`. */
  readonly modules: Readonly<Record<string, number>>;
}

/** `dist/client-build.json`: from what each file of the build was made. */
export interface BuildReport {
  readonly chunks: Readonly<Record<string, ChunkReport>>;
  /** Compressed size by style sheet. */
  readonly css: Readonly<Record<string, number>>;
}

const ROOT = resolve(import.meta.dirname, '..');
const SMALLEST = { level: 9 };

/** Writes the report beside the build's folder, where nobody serves it. */
export function buildReport(file: string): Plugin {
  return {
    name: 'build-report',
    apply: 'build',
    writeBundle(_options, bundle) {
      const chunks: Record<string, ChunkReport> = {};
      const css: Record<string, number> = {};
      for (const [name, output] of Object.entries(bundle)) {
        if (output.type === 'asset') {
          if (name.endsWith('.css')) css[name] = gzipSync(output.source, SMALLEST).length;
          continue;
        }
        chunks[name] = {
          isEntry: output.isEntry,
          gzip: gzipSync(output.code, SMALLEST).length,
          imports: output.imports,
          dynamicImports: output.dynamicImports,
          css: [...(output.viteMetadata?.importedCss ?? [])],
          modules: Object.fromEntries(
            Object.entries(output.modules).map(([id, { renderedLength }]) => [
              relative(ROOT, id).replaceAll('\\', '/'),
              renderedLength,
            ]),
          ),
        };
      }
      writeFileSync(file, `${JSON.stringify({ chunks, css } satisfies BuildReport, null, 1)}\n`);
    },
  };
}
