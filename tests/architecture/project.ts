import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')
const UNTRACKED = new Set(['node_modules', 'dist', '.git', '.data', '.cache', '.swc', '.taro-cache', 'coverage'])
const SOURCE = new Set(['.ts', '.tsx', '.mjs', '.js', '.cjs'])

export interface Import {
  from: string
  /** A project path without extension, or the package's name. */
  to: string
  isTypeOnly: boolean
}

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).filter((entry) => !UNTRACKED.has(entry.name)).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [relative(ROOT, path).split(sep).join('/')]
  })

const listFiles = (): string[] => {
  try {
    // Files not committed yet count too, but not those git ignores.
    const output = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64e6 })
    const deleted = execFileSync('git', ['ls-files', '-z', '--deleted'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const gone = new Set(deleted.split('\0'))
    return [...new Set(output.split('\0'))].filter((path) => path !== '' && !gone.has(path))
  } catch {
    return walk(ROOT)
  }
}

/** Every file of the project, by its path from the root. */
export const files: readonly string[] = listFiles().filter((path) => !path.split('/').some((part) => UNTRACKED.has(part)))
export const sources = files.filter((path) => SOURCE.has(extname(path)) && !path.endsWith('.d.ts'))
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** `@xiangli/shared/venue/rules` and `../rules` both become `shared/src/venue/rules`. */
const resolve = (from: string, specifier: string): string => {
  const own = /^@xiangli\/([^/]+)\/(.+)$/.exec(specifier)
  if (own) return `${own[1]}/src/${own[2]}`
  const aliased = specifier.startsWith('@/') ? `${from.split('/')[0]}/src/${specifier.slice(2)}` : specifier
  if (aliased.startsWith('.')) return posix.join(dirname(from), aliased).replace(/\.(tsx?|mjs|js)$/, '')
  return aliased
}

const isTypeOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  const clause = node.importClause
  if (!clause) return false
  const named = clause.namedBindings
  const allTypes = named !== undefined && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every((one) => one.isTypeOnly)
  return clause.isTypeOnly || (clause.name === undefined && allTypes)
}

const importsOf = (path: string): Import[] => {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier && ts.isStringLiteral(specifier)) found.push({ from: path, to: resolve(path, specifier.text), isTypeOnly: typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node))
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false)
    else ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, false, path.endsWith('x') ? ts.ScriptKind.TSX : undefined))
  return found
}

export const imports: readonly Import[] = sources.flatMap(importsOf)

/** For a readable failure: "a → b". */
export const show = (list: readonly Import[]): string[] => list.map(({ from, to }) => `${from} → ${to}`)
