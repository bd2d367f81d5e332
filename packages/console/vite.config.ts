import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds to `dist`, which the server hands out at `/`. In development the API is a Baton that runs beside. */
const api = { target: process.env.BATON_API ?? 'http://127.0.0.1:4000', ws: true }

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2024', sourcemap: false, reportCompressedSize: false },
  server: { proxy: { '/api': api, '/socket.io': api } },
})
