import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

export interface Import {
  /** A package's name, or the imported file from the project's folder, such as `src-main/clock.ts`. */
  from: string
  typesOnly: boolean
}

export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  path: string
  lines: number
  imports: Import[]
  /** Names of `let` and `var` that stand at the top of the module. */
  moduleVariables: string[]
  /** Every string and template text in the code, without imports. */
  texts: string[]
}

const root = resolve(import.meta.dirname, '../../..')

/** Reads the app's own sources (TypeScript, and the scripts inside Svelte components). */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .map((name) => readSource(name.replaceAll('\\', '/')))
}

function readSource(path: string): SourceFile {
  const whole = readFileSync(join(root, path), 'utf8')
  const code = path.endsWith('.svelte') ? scriptsOf(whole) : whole
  const tree = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true)
  return {
    path,
    lines: whole.split('\n').length,
    imports: importsOf(tree, path),
    moduleVariables: moduleVariablesOf(tree),
    texts: textsOf(tree),
  }
}

function scriptsOf(component: string): string {
  return [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => match[1])
    .join('\n')
}

function importsOf(tree: ts.SourceFile, path: string): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Expression | undefined, typesOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return
    const { text } = specifier
    const from = text.startsWith('.')
      ? relative(root, resolve(root, dirname(path), text)).replaceAll('\\', '/')
      : text
    found.push({ from, typesOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause
      const named = clause?.namedBindings
      const allTypes =
        !clause?.name &&
        named &&
        ts.isNamedImports(named) &&
        named.elements.every((e) => e.isTypeOnly)
      add(
        node.moduleSpecifier,
        clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (allTypes ?? false),
      )
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly)
    } else if (ts.isCallExpression(node)) {
      const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require'
      if (isRequire || node.expression.kind === ts.SyntaxKind.ImportKeyword)
        add(node.arguments[0], false)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function moduleVariablesOf(tree: ts.SourceFile): string[] {
  return tree.statements
    .filter(ts.isVariableStatement)
    .filter((statement) => !(statement.declarationList.flags & ts.NodeFlags.Const))
    .flatMap((statement) => statement.declarationList.declarations.map((d) => d.name.getText()))
}

function textsOf(tree: ts.SourceFile): string[] {
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isStringLiteralLike(node) || node.kind === ts.SyntaxKind.TemplateHead) {
      texts.push((node as ts.LiteralLikeNode).text)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return texts
}
