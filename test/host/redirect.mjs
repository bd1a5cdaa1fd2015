import nodeModule from 'node:module'

const names = /^electron(\/(main|common))?$/

/**
 * From now on `electron` means the module at `url`, for import and for require: Electron has it built
 * in, and the npm package of that name would try to download it.
 * @param {string} url
 * @param {() => object} [required] what `require` gives on Node 20, which cannot require a module
 */
export function redirectElectron(url, required) {
  if (typeof nodeModule.registerHooks === 'function') {
    const target = { url, format: 'module', shortCircuit: true }
    nodeModule.registerHooks({
      resolve: (id, context, next) => (names.test(id) ? target : next(id, context)),
    })
    return
  }
  const hooks = `export const resolve = (id, context, next) => ${names}.test(id)
    ? { url: ${JSON.stringify(url)}, format: 'module', shortCircuit: true } : next(id, context)`
  nodeModule.register(`data:text/javascript,${encodeURIComponent(hooks)}`)
  const load = nodeModule._load
  nodeModule._load = function (id, ...rest) {
    if (!names.test(id)) return load.call(this, id, ...rest)
    if (required) return required()
    throw new Error('stand-in: electron cannot be required here')
  }
}
