import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What PDFs may refer to: character maps of Asian scripts, the standard fonts, decoders of rare picture formats. */
const FOLDERS = ['cmaps', 'standard_fonts', 'wasm'];
const SOURCE = join(import.meta.dirname, '../node_modules/pdfjs-dist');
const { version } = JSON.parse(readFileSync(join(SOURCE, 'package.json'), 'utf8')) as { version: string };

/** Puts pdf.js's data where its viewer looks for them; they are loaded one by one, when a document needs them. */
export const pdfData = (): Plugin => ({
  name: 'pdf-data',
  apply: 'build',
  generateBundle() {
    for (const folder of FOLDERS) {
      for (const file of readdirSync(join(SOURCE, folder)).filter((name) => !name.endsWith('.wasm'))) {
        this.emitFile({
          type: 'asset',
          fileName: `assets/pdfjs-${version}/${folder}/${file}`,
          source: readFileSync(join(SOURCE, folder, file)),
        });
      }
    }
  },
});
