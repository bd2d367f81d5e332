// All checks, one line each. All run, even when one fails; `npm run check -- types walls` runs some.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { generated } from './checks/generated.ts'
import { environment, folders, kernelWords, rawSql, sizes } from './checks/house.ts'
import { missingWords, textsOf } from './checks/locales.ts'
import { lockFile } from './checks/lock-file.ts'
import { loops } from './checks/loops.ts'
import { outcomeOf } from './checks/outcome.ts'
import { promises } from './checks/promises.ts'
import { readTree } from './checks/tree.ts'
import { walls } from './checks/walls.ts'

const root = path.resolve(import.meta.dirname, '..')
const bin = (name: string) => path.join(root, 'node_modules', name)
const run = (...args: string[]) => outcomeOf(process.execPath, args, root)
const tree = readTree(root)

const checks: Record<string, () => string[] | Promise<string[]>> = {
  format: () => run(bin('@biomejs/biome/bin/biome'), 'check', '--colors=off', '--diagnostic-level=error'),
  promises: () => promises(root, ['packages', 'scripts', 'e2e']),
  types: () => run(bin('typescript/bin/tsc'), '-p', 'tsconfig.json'),
  'web types': () => run(bin('typescript/bin/tsc'), '-p', 'tsconfig.web.json'),
  walls: () => walls(tree),
  loops: () => loops(tree),
  'kernel words': () => kernelWords(tree),
  environment: () => environment(tree),
  'raw sql': () => rawSql(tree),
  'file sizes': () => sizes(tree),
  'folder names': () => folders(tree),
  'lock file': () => lockFile(tree),
  locales: checkLocales,
  generated: () => generated(root, 'packages/server/src/tools/generate.ts'),
  'dead code': () => run(bin('knip/bin/knip.js'), '--no-progress', '--no-config-hints'),
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !(name in checks))
if (unknown.length) {
  process.stderr.write(`No check is called ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.\n`)
  process.exit(2)
}

let failed = 0
for (const [name, check] of Object.entries(checks)) {
  if (wanted.length && !wanted.includes(name)) continue
  const started = performance.now()
  const problems = await Promise.resolve()
    .then(check)
    .catch((error: Error) => [error.message])
  const took = `${((performance.now() - started) / 1000).toFixed(1)} s`
  process.stdout.write(`${problems.length ? 'failed' : 'ok    '}  ${name.padEnd(14)} ${took}\n`)
  if (!problems.length) continue
  failed++
  process.stdout.write(`${indented(problems, name)}\n`)
}
process.exit(failed ? 1 : 0)

/** All that was said when one check was asked for, else its beginning. */
function indented(problems: readonly string[], name: string): string {
  const lines = problems.join('\n').split('\n')
  const most = wanted.length === 1 ? lines.length : 40
  const rest = lines.length > most ? [`… ${lines.length - most} more lines: npm run check -- "${name}"`] : []
  return [...lines.slice(0, most), ...rest].map(line => `        ${line}`).join('\n')
}

async function checkLocales(): Promise<string[]> {
  const languages = ['zh-CN', 'en']
  const file = (language: string) => path.join(root, `packages/contract/src/locales/${language}.ts`)
  if (!languages.every(language => existsSync(file(language)))) return []
  const modules = await Promise.all(languages.map(language => import(pathToFileURL(file(language)).href)))
  return missingWords(Object.fromEntries(languages.map((language, i) => [language, textsOf(modules[i])])))
}
