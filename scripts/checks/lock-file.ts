import { missingEntries } from '../complete-lock.mjs'
import type { Check } from './tree.ts'

/** The lock file names no registry, so that everybody's own is used, and is whole, so that `npm ci` takes it. */
export const lockFile: Check = tree => {
  const lock = tree.get('package-lock.json') ?? '{ "packages": {} }'
  const hosts = [...tree]
    .filter(([file]) => file === 'package-lock.json' || file === '.npmrc')
    .flatMap(([file, text]) => text.split('\n').map((line, i) => ({ place: `${file}:${i + 1}`, line })))
    .filter(({ line }) => /"resolved": "(https?|git)|^\s*registry\s*=/.test(line))
    .map(({ place }) => `${place} names a registry`)
  const missing = Object.keys(missingEntries(JSON.parse(lock)))
  const lacks = missing.map(place => `package-lock.json lacks ${place}; run node scripts/complete-lock.mjs`)
  return [...hosts, ...lacks]
}
