import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The server that answers /api while developing: the real one, or dev/server.mjs on the same port.
const server = 'http://127.0.0.1:5080';

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  build: {
    outDir: '../src/Web/wwwroot/admin',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // The content security policy has no room for inline scripts, and data: addresses only for pictures.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': server, '/media': server, '/openapi': server },
  },
});
