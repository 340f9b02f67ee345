import { resolve } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { buildReport } from './build-report.ts';
import { compressed } from './compress.ts';
import { pdfData } from './pdf-data.ts';

/** react-aria brings its own few texts in 34 languages; these are the ones this client speaks. */
const LOCALES = ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'ar-AE'];

const TEXTS =
  'direction|format|index|en/(core|errors|gradebook|launch|notices-link|peer-review|rich-text|ui)\\.';
const UI =
  'announce|Badge|Banner|base|Breadcrumbs|Button|cx|Disclosure|EmptyState|ErrorBoundary|Field\\.|FieldFrame|Icon|layout|' +
  'LiveRegion|PageHeading|part|print|Problem|Progress|shortcuts|Skeleton|Stepper|TextField|toasts|Toasts|tokens|Tooltip';

const LEARNER =
  'peer-review/(learner-steps|notice)\\.|' +
  'peer-review/components/(Instructions|LearnerSteps|ReceivedReview|ResultSection|ReviewTasks|Rubric\\.|SubmissionSection|WorkView)|' +
  'gradebook/explain\\.';
const WORK = 'files/FileList|rich-text/(Formula|RichTextView|rich-text\\.)';

/** `--mode gallery` builds /app/gallery instead, for its tests; the client that is served never holds any of it. */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  base: '/app/',
  resolve: {
    alias: [
      {
        find: /^use-sync-external-store\/shim(\/index\.js)?$/,
        replacement: resolve(import.meta.dirname, 'use-sync-external-store.ts'),
      },
      // Its build without warnings for developers, which its package names nowhere.
      {
        find: /^react-router$/,
        replacement: resolve(import.meta.dirname, '../node_modules/react-router/dist/production/index.mjs'),
      },
    ],
  },
  plugins: [
    react(),
    optimizeLocales.vite({ locales: LOCALES }),
    pdfData(),
    compressed(),
    mode !== 'gallery' && buildReport(resolve(import.meta.dirname, '../dist/client-build.json')),
  ],
  build: {
    outDir: mode === 'gallery' ? '../dist/gallery' : '../dist/client',
    emptyOutDir: true,
    // Every browser that the style sheets are for has it.
    modulePreload: { polyfill: false },
    manifest: true,
    // The first with light-dark() and relative colours, on which the tokens rest.
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // Inlined assets would be data: URLs, which the content security policy does not allow.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: resolve(import.meta.dirname, mode === 'gallery' ? 'gallery.html' : 'index.html'),
      output: {
        codeSplitting: {
          groups: [
            // Changes seldom, so a new release of Roundtable leaves it in the browser's cache.
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
            // Lists that are read page by page are on further pages.
            {
              name: 'vendor',
              test: /node_modules\/(i18next|react-i18next|@tanstack\/(react-query|query-core))\/(?!.*nfinite)/,
            },
            // What every page shows, in one file: many small ones compress worse and take longer to ask for.
            {
              name: 'base',
              test: new RegExp(
                `client/src/(app/(?!main|ShortcutSheet|FurtherPages|use-autosave|autosave)|i18n/(${TEXTS})|ui/(${UI}))[^/]*$`,
              ),
            },
            // The same for a learner's pages of a peer review.
            { name: 'learner', test: new RegExp(`client/src/(features/(${LEARNER})|ui/(${WORK}))[^/]*$`) },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': 'http://localhost:3000',
      '/files': 'http://localhost:3000',
      '/lti': 'http://localhost:3000',
    },
  },
}));
