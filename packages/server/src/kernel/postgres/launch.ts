import { openSync, realpathSync, renameSync, statSync } from 'node:fs'
import { type Account, closedFolder } from './account.ts'
import { codeOf } from './error.ts'

/**
 * How a program of PostgreSQL is spawned: as its account, in the cluster's folder (see `clusterPath`), and away from our
 * environment (PGDATA, PGOPTIONS, LC_ALL …).
 */
export function asAccount(cluster: string, account: Account | undefined) {
  return {
    cwd: cluster,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    windowsHide: true,
    ...(account && { uid: account.uid, gid: account.gid }),
  }
}

/**
 * The folder's name for `-D`. Below a closed folder such as /root the account cannot follow the real path, but it may use
 * the folder that it stands in, and /proc/self/cwd is an absolute name for that.
 */
export function clusterPath(cluster: string, account: Account | undefined): string {
  const real = realpathSync(cluster)
  return account && process.platform === 'linux' && closedFolder(real, account) ? '/proc/self/cwd' : real
}

const biggestLog = 5_000_000

/** The server's own log, begun anew when the old one has grown. */
export function openLog(file: string): number {
  try {
    if (statSync(file).size > biggestLog) renameSync(file, `${file}.1`)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  return openSync(file, 'a', 0o600)
}
