import { symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../../..')

/**
 * Builds TypeScript programs so that a plain Node of any version can run them, keytar left outside
 * as in the packaged app. The folder then holds a `<name>.mjs` for each name.
 */
export async function bundle(programs: Record<string, string>, folder: string): Promise<void> {
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['keytar'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { input: programs, output: { entryFileNames: '[name].mjs' } },
    },
  })
}
