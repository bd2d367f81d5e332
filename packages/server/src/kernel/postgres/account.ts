import { execFileSync } from 'node:child_process'
import { type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { codeOf, EmbeddedPostgresError } from './error.ts'

/** PostgreSQL refuses to run as root, so root lends it another account. */
export interface Account {
  readonly uid: number
  readonly gid: number
  readonly name: string
}

/** The account that runs the database; undefined means: the one that runs us. */
export function accountFor(cluster: string): Account | undefined {
  if (!process.getuid) return undefined
  const owner = statIfThere(cluster)
  const me = process.getuid()
  if (me !== 0) {
    if (owner && owner.uid !== me) {
      throw new EmbeddedPostgresError(
        `The database in ${cluster} belongs to ${nameOf(owner.uid) ?? `user ${owner.uid}`}, and you are ${nameOf(me) ?? `user ${me}`}. ` +
          `Start Baton as the user that made it (root runs it as nobody), or give the folder away with chown -R.`,
      )
    }
    return undefined
  }
  const name = owner && owner.uid !== 0 ? nameOf(owner.uid) : undefined
  if (owner && name) return { uid: owner.uid, gid: owner.gid, name }
  return { uid: Number(id('-u', 'nobody')), gid: Number(id('-g', 'nobody')), name: 'nobody' }
}

/** The first folder on the way to `target` that the account may not pass, or undefined when the way is open. */
export function closedFolder(target: string, account: Account): string | undefined {
  const above = path.dirname(target)
  if (above !== target) {
    const closed = closedFolder(above, account)
    if (closed) return closed
  }
  const found = statSync(target)
  return found.isDirectory() && !may(found, account, 0o1) ? target : undefined
}

export function mayRead(file: string, account: Account): boolean {
  return may(statSync(file), account, 0o4)
}

function may(found: Stats, account: Account, bit: number): boolean {
  if (found.uid === account.uid) return (found.mode & (bit << 6)) !== 0
  if (found.gid === account.gid) return (found.mode & (bit << 3)) !== 0
  return (found.mode & bit) !== 0
}

function statIfThere(file: string): Stats | undefined {
  try {
    return statSync(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

// PostgreSQL refuses a uid without an entry in the user database, so the name decides.
function nameOf(uid: number): string | undefined {
  try {
    return id('-un', String(uid))
  } catch {
    return undefined
  }
}

function id(what: string, who: string): string {
  return execFileSync('id', [what, who], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}
