import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { outcomeOf } from './outcome.ts'

/** What the code says about itself stands in these places, made by `npm run generate`. */
const places = ['docs/generated', 'packages/server/schema.sql']

/** Makes the generated documents anew; what changed by that was out of step (and is in step now). */
export async function generated(root: string, program: string): Promise<string[]> {
  if (!existsSync(path.join(root, program))) return []
  const before = contentsOf(root)
  const failed = await outcomeOf(process.execPath, [program], root)
  if (failed.length) return failed
  const after = contentsOf(root)
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(file => before.get(file) !== after.get(file))
    .map(file => `${file} was not what the code says; it has been made anew, commit it`)
}

function contentsOf(root: string): Map<string, string> {
  const contents = new Map<string, string>()
  const add = (place: string): void => {
    const found = statSync(path.join(root, place), { throwIfNoEntry: false })
    if (found?.isDirectory()) for (const name of readdirSync(path.join(root, place))) add(path.posix.join(place, name))
    else if (found) contents.set(place, readFileSync(path.join(root, place), 'utf8'))
  }
  for (const place of places) add(place)
  return contents
}
