import path from 'node:path'
import { defineConfig } from 'vite'

const page = (name: string) => path.join(import.meta.dirname, name)

/**
 * Builds to `dist`, which the server hands out at `/portal/`: the form at `/form`, the page to follow tickets at
 * `/portal`, the API's reference at `/api/docs`.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/portal/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { form: page('index.html'), portal: page('portal.html'), reference: page('reference.html') },
    },
  },
  server: { proxy: { '/api': process.env.BATON_API ?? 'http://127.0.0.1:4000' } },
})
