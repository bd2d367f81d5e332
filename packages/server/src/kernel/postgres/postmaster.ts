import { closeSync, ftruncateSync, openSync, readFileSync, readlinkSync, realpathSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from './error.ts'
import type { Address } from './settings.ts'

/** A server that runs on a cluster, as its postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number
  readonly address: Address
  readonly ready: boolean
}

/** The server that really runs on this cluster; a pid file left by a dead one counts for nothing, whoever has its number now. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = path.join(cluster, 'postmaster.pid')
  const text = readIfThere(file)
  if (text === undefined) return undefined
  const [pidLine = '', , , port = '', , listen = '', , state = ''] = text.split('\n')
  const pid = Number.parseInt(pidLine, 10)
  if (!Number.isInteger(pid) || pid <= 1) {
    // Half written: a server is just being born, or died so. PostgreSQL itself judges that.
    return undefined
  }
  if (!isPostmasterOf(pid, cluster)) {
    if (exists(pid)) disown(file, text)
    return undefined
  }
  const address = listen.trim() ? { port: Number(port) } : { socketFolder: cluster }
  return { pid, address, ready: state.trim() === 'ready' }
}

/** PostgreSQL locks the socket's name as it locks the folder, and is kept out by the same stranger: called before it starts. */
export function disownSocket(cluster: string): void {
  const file = path.join(cluster, '.s.PGSQL.5432.lock')
  const text = readIfThere(file)
  const pid = Number.parseInt(text ?? '', 10)
  if (text !== undefined && pid > 1 && exists(pid) && !isPostmasterOf(pid, cluster)) disown(file, text)
}

/** Fast shutdown, then immediate (the log replays at the next start), then by force. Answers how it went. */
export async function stopPostmaster(pid: number, patience = 8000): Promise<'fast' | 'immediate' | 'killed' | 'gone'> {
  const steps = [
    ['SIGINT', patience, 'fast'],
    ['SIGQUIT', 3000, 'immediate'],
    ['SIGKILL', 3000, 'killed'],
  ] as const
  if (!isAlive(pid)) return 'gone'
  for (const [signal, wait, word] of steps) {
    if (!send(pid, signal) || (await isGone(pid, wait))) return word
  }
  throw new Error(`The database process ${pid} does not die`)
}

/** Alive and not a zombie: an orphan may stay one when nobody reaps it (a container without init). */
export function isAlive(pid: number): boolean {
  if (!exists(pid)) return false
  const stat = readIfThere(`/proc/${pid}/stat`)
  return stat === undefined || !/^\d+ \(.*\) [ZX]/s.test(stat)
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

async function isGone(pid: number, wait: number): Promise<boolean> {
  const end = Date.now() + wait
  while (Date.now() < end) {
    if (!isAlive(pid)) return true
    await sleep(10)
  }
  return !isAlive(pid)
}

function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    // Gone meanwhile, or another user's program, which cannot be ours: the cluster's owner is root's choice or us.
    return false
  }
}

// PostgreSQL clears the file of a dead server itself, but refuses to start while the number in it belongs to any process of
// the same user. Then we put in a number that nobody has. The rest stays, since it leads PostgreSQL to children of the dead
// server that may still write. The open file is the one judged, even if a server that starts this moment makes a new one.
function disown(file: string, judged: string): void {
  const opened = openSync(file, 'r+')
  try {
    if (readFileSync(opened, 'utf8') !== judged) return
    ftruncateSync(opened)
    writeSync(opened, judged.replace(/^\d+/, String(2 ** 31 - 1)), 0)
  } finally {
    closeSync(opened)
  }
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
    throw error
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return undefined
    throw error
  }
}
