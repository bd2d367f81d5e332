// `npm ci` refuses a lock file in which an optional package for another system is missing. npm leaves such entries out when
// the registry it was run against does not carry them. After adding a package: node scripts/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The entries that are missing, by their place. Only what the name and the pinned version tell, no checksum. */
export function missingEntries({ packages }) {
  const missing = {}
  for (const [place, { version, dev, devOptional, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, wanted] of Object.entries(optionalDependencies)) {
      if (isThere(packages, place, name)) continue
      if (wanted !== version)
        throw new Error(`${name}@${wanted} of ${place} is missing from the lock file; add it by hand`)
      const kind = dev ? { dev } : devOptional ? { devOptional } : {}
      const { cpu, libc, os } = systemOf(name)
      // npm's own order of keys, so that its next run moves nothing.
      missing[`node_modules/${name}`] = {
        version,
        cpu,
        ...kind,
        ...(libc && { libc }),
        optional: true,
        ...(os && { os }),
      }
    }
  }
  return missing
}

// A package is looked up beside the one that asks, and then in every node_modules above it.
function isThere(packages, place, name) {
  if (packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true
  if (!place) return false
  const end = place.lastIndexOf('/node_modules/')
  return isThere(packages, end < 0 ? '' : place.slice(0, end), name)
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

function systemOf(name) {
  const words = name.split(/[/-]/)
  const os = systems.find(system => words.includes(system)) ?? (words.includes('windows') ? 'win32' : undefined)
  const cpu = processors.find(processor => words.includes(processor))
  if (!cpu) throw new Error(`${name} does not tell its system; add it to the lock file by hand`)
  const libc =
    os === 'linux' &&
    (words.some(word => word.startsWith('musl')) ? 'musl' : words.some(word => word.startsWith('gnu')) && 'glibc')
  return { cpu: [cpu], libc: libc ? [libc] : undefined, os: os ? [os] : undefined }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.resolve('package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingEntries(lock)
  const all = Object.entries({ ...lock.packages, ...missing })
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  process.stdout.write(`${Object.keys(missing).length} entries added\n`)
}
