import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** The project's own text files by their path from the root, with `/` on every system. */
export type Tree = ReadonlyMap<string, string>

/** What a check finds wrong: a sentence each, naming the file. */
export type Check = (tree: Tree) => string[]

/** What git tracks or would track. */
export function readTree(root: string): Tree {
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const tree = new Map<string, string>()
  for (const name of names.split('\0')) {
    if (!name || !statSync(path.join(root, name), { throwIfNoEntry: false })?.isFile()) continue
    tree.set(name, isText(name) ? readFileSync(path.join(root, name), 'utf8') : '')
  }
  return tree
}

export const isCode = (file: string): boolean => /\.(ts|tsx|mjs|js)$/.test(file) && !file.endsWith('.d.ts')

/** Tests and what only they use. */
export const isTest = (file: string): boolean =>
  /\.test\.\w+$/.test(file) ||
  /(^|\/)fixtures\//.test(file) ||
  /^packages\/server\/(test|stories)\//.test(file) ||
  file.startsWith('e2e/')

function isText(file: string): boolean {
  return isCode(file) || /\.(json|sql|md|html|css|ya?ml)$|(^|\/)\.npmrc$/.test(file)
}
