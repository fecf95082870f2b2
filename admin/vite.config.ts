import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const shared = fileURLToPath(new URL('../shared/src', import.meta.url))
const api = process.env.API_ORIGIN ?? 'http://127.0.0.1:3000'

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  resolve: { alias: [{ find: /^@xiangli\/shared\/(.*)$/, replacement: `${shared}/$1.ts` }] },
  // Village offices still run Windows 7, whose last common Chromium builds are around 92.
  build: { target: 'chrome92', cssTarget: 'chrome92', manifest: true, chunkSizeWarningLimit: 1200 },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': api, '/socket.io': { target: api, ws: true } },
  },
})
