import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const page = (name: string) => path.join(import.meta.dirname, name)

/** Builds to `dist`, which the server hands out at `/portal/`: the form at `/form`, the API's reference at `/api/docs`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/portal/',
  plugins: [compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { form: page('index.html'), reference: page('reference.html') } },
  },
  server: { proxy: { '/api': process.env.BATON_API ?? 'http://127.0.0.1:4000' } },
})

/** Every script and style beside itself in small, so that the server compresses nothing while customers wait. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const [fileName, made] of Object.entries(bundle)) {
        if (!/\.(js|css)$/.test(fileName)) continue
        const bytes = Buffer.from(made.type === 'chunk' ? made.code : made.source)
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(bytes) })
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(bytes) })
      }
    },
  }
}
