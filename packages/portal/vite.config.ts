import { defineConfig } from 'vite'

/** Builds to `dist`, which the server hands out at `/portal/`; the page itself is at `/form`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/portal/',
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', sourcemap: false, reportCompressedSize: false },
  server: { proxy: { '/api': process.env.BATON_API ?? 'http://127.0.0.1:4000' } },
})
