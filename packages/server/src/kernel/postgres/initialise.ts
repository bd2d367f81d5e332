import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { codeOf, EmbeddedPostgresError } from './error.ts'
import { superuser } from './hold.ts'
import { asAccount, clusterPath } from './launch.ts'
import type { Place } from './place.ts'
import { isAlive } from './postmaster.ts'

/** Makes the cluster when there is none. It appears whole or not at all; of two processes starting together one makes it. */
export async function initialise(place: Place): Promise<void> {
  const { home } = place
  await sweepDrafts(home.dir)
  const draft = path.join(home.dir, `postgres.new-${process.pid}`)
  try {
    await mkdir(draft, { mode: 0o700 })
    if (place.account) await chown(draft, place.account.uid, place.account.gid)
    await runInitdb(place, draft)
    await rename(draft, home.cluster)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error
  }
}

/** The cluster's version must be ours: PostgreSQL cannot open another major version's files. */
export async function checkVersion({ home, binaries }: Place): Promise<void> {
  const found = (await readFile(path.join(home.cluster, 'PG_VERSION'), 'utf8')).trim()
  if (found === binaries.major) return
  throw new EmbeddedPostgresError(
    `The database in ${home.cluster} was made by PostgreSQL ${found}, and this Baton brings PostgreSQL ${binaries.major}, which cannot open it. ` +
      'Back the desk up with the Baton that made it and restore it into an empty BATON_DATA, or set DATABASE_URL.',
  )
}

async function runInitdb(place: Place, draft: string): Promise<void> {
  // The password goes through an open file: a command line is public, and the account may not be able to enter our folder.
  const file = `${draft}.password`
  await writeFile(file, place.password, { mode: 0o600 })
  if (place.account) await chown(file, place.account.uid, place.account.gid)
  const handle = await open(file)
  try {
    const windows = process.platform === 'win32'
    const args = [
      ...['-D', clusterPath(draft, place.account), '-U', superuser],
      ...['-A', 'scram-sha-256', `--pwfile=${windows ? file : '/dev/fd/3'}`],
      ...['--encoding=UTF8', '--locale-provider=libc', '--locale=C', '--no-instructions'],
      ...(place.extra.fsync === 'off' ? ['--no-sync'] : []),
    ]
    const child = spawn(place.binaries.initdb, args, {
      ...asAccount(draft, place.account),
      stdio: ['ignore', 'pipe', 'pipe', windows ? 'ignore' : handle.fd],
    })
    const [[code, signal], out, err] = await Promise.all([
      once(child, 'close') as Promise<[number | null, string | null]>,
      child.stdout ? text(child.stdout) : '',
      child.stderr ? text(child.stderr) : '',
    ])
    if (code === 0) return
    throw new EmbeddedPostgresError(
      `Could not make a database in ${place.home.dir} (initdb ${signal ?? `answered ${code}`}): ${(err || out).trim()}`,
    )
  } finally {
    await handle.close()
    await rm(file, { force: true })
  }
}

// What a process that was killed while making a cluster left behind.
async function sweepDrafts(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const pid = /^postgres\.new-(\d+)/.exec(name)?.[1]
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      await rm(path.join(dir, name), { recursive: true, force: true })
    }
  }
}
