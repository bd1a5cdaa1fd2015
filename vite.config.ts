import { builtinModules } from 'node:module'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

const fromNode = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/** `vite build --mode main | preload | page`: three bundles, each for the engine that runs it. */
export default defineConfig(({ mode }) => {
  if (mode === 'page') {
    return {
      root: 'src-renderer',
      base: './',
      plugins: [svelte({ configFile: '../svelte.config.js' })],
      build: { outDir: '../out/page', emptyOutDir: true, assetsInlineLimit: 0 },
    }
  }
  if (mode === 'preload') {
    return {
      build: {
        outDir: 'out/preload',
        target: 'node20',
        minify: false,
        // A sandboxed preload is run as one CommonJS file; Electron gives it only `electron`.
        lib: { entry: 'src-main/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
        rolldownOptions: { external: ['electron'] },
      },
    }
  }
  return {
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      outDir: 'out/main',
      ssr: true,
      // The terminal program runs on Node 20, so the shared parts are built for it.
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: {
          main: 'src-main/main.ts',
          cli: 'src-main/cli.ts',
          'keychain-helper': 'src-main/account/keychain-helper.ts',
        },
        external: ['electron', 'keytar', ...fromNode],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'shared/[name]-[hash].js',
        },
      },
    },
  }
})
