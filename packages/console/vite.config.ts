import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds to `dist`, which the server hands out at `/`. In development the API is a Baton that runs beside. */
const api = { target: process.env.BATON_API ?? 'http://127.0.0.1:4000', ws: true }

/**
 * What the first screen needs comes in two files, not in a hundred and fifty: libraries, which change seldom, and our own.
 * Of the contract, and of zod that its shapes are made of, every screen takes its part.
 */
const first = [
  {
    name: 'contract',
    test: /packages\/contract\/|node_modules\/zod/,
    priority: 2,
    entriesAware: true,
    includeDependenciesRecursively: false,
  },
  { name: 'libraries', tags: ['$initial' as const], test: /node_modules\/(?!zod)/, priority: 1 },
  { name: 'first', tags: ['$initial' as const], test: /packages\/(console|ui)\// },
]

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: first } } },
  },
  server: { proxy: { '/api': api, '/socket.io': api } },
})
