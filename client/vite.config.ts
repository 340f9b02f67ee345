import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pdfData } from './pdf-data.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react(), pdfData()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: true,
    // Inlined assets would be data: URLs, which the content security policy does not allow.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Changes seldom, so a new release of Roundtable leaves it in the browser's cache.
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ }],
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
});
