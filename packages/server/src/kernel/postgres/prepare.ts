import { chown, lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Account, accountFor } from './account.ts'
import { binariesFor } from './binaries.ts'
import { codeOf } from './error.ts'
import { openHome, passwordOf } from './home.ts'
import { checkVersion, initialise } from './initialise.ts'
import type { Log } from './log.ts'
import type { Place } from './place.ts'

/** Makes the folder, the password, the reachable programs and the cluster, as far as they are missing. */
export async function preparePlace(dataDir: string, log: Log, extra: Record<string, string>): Promise<Place> {
  const home = await openHome(dataDir)
  const account = accountFor(home.cluster)
  const binaries = await binariesFor(home, account, log)
  const place: Place = { home, account, binaries, password: await passwordOf(home), log, extra }
  if (!(await isThere(home.cluster))) {
    log.info(`Making a database in ${home.cluster}`)
    await initialise(place)
  }
  await checkVersion(place)
  if (account) await giveTo(home.cluster, account)
  return place
}

async function isThere(folder: string): Promise<boolean> {
  try {
    await lstat(path.join(folder, 'PG_VERSION'))
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

// A folder that root copied back from a backup belongs to root; the server's account must own all of it.
async function giveTo(place: string, { uid, gid }: Account): Promise<void> {
  const found = await lstat(place)
  if (found.uid === uid) return
  await chown(place, uid, gid)
  if (!found.isDirectory()) return
  for (const name of await readdir(place)) await giveTo(path.join(place, name), { uid, gid, name: '' })
}
