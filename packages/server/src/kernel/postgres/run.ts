import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { closeSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedPostgresError, wordsOf } from './error.ts'
import { desk, superuser } from './hold.ts'
import { asAccount, clusterPath, openLog } from './launch.ts'
import type { Place } from './place.ts'
import { disownSocket, findPostmaster, stopPostmaster } from './postmaster.ts'
import { type Address, writeSettings } from './settings.ts'

/** The longest name of a socket that every system takes (macOS: 103 bytes). */
const longestSocket = 100

/** A socket in the cluster's folder, or a free port of 127.0.0.1 where there are no sockets or the path is too long. */
export async function chooseAddress(cluster: string): Promise<Address> {
  const socket = path.join(cluster, '.s.PGSQL.5432')
  if (process.platform !== 'win32' && Buffer.byteLength(socket) <= longestSocket) return { socketFolder: cluster }
  return { port: await freePort() }
}

/** Starts the server and waits until its pid file tells that it runs. Answers its number, or undefined when another process was faster. */
export async function startPostmaster(place: Place, address: Address): Promise<number | undefined> {
  await writeSettings(place.home.cluster, address, place.extra)
  const { cluster } = place.home
  disownSocket(cluster)
  const begun = openLog(place.home.logFile)
  const before = readFileSync(place.home.logFile).length
  const args = ['-D', clusterPath(cluster, place.account)]
  // Detached: in a session of its own, a signal to our process group does not reach it; only `stop` ends it.
  const stdio: StdioOptions = ['ignore', begun, begun]
  const child = spawn(place.binaries.postgres, args, { ...asAccount(cluster, place.account), stdio, detached: true })
  closeSync(begun)
  child.unref()
  const ended = endOf(child)
  for (;;) {
    const running = findPostmaster(cluster)
    if (running && running.pid === child.pid) return running.pid
    const over = await Promise.race([ended, sleep(10)])
    if (over === undefined) continue
    const said = readFileSync(place.home.logFile).subarray(before).toString().trim()
    if (/postmaster\.pid" already exists|shared memory block .* still in use/.test(said)) return undefined
    throw new EmbeddedPostgresError(`The database in ${cluster} did not start (${over}): ${said || 'it said nothing'}`)
  }
}

/** Stops whatever server runs on the cluster, and says so when it did not go willingly. */
export async function stopServer({ home, binaries, log }: Place): Promise<void> {
  const running = findPostmaster(home.cluster)
  if (!running) return
  if (process.platform === 'win32') {
    // Windows has no signals: ending the process would be the power cut.
    spawnSync(binaries.pgCtl, ['stop', '-D', home.cluster, '-m', 'fast', '-w'], { windowsHide: true })
    return
  }
  const how = await stopPostmaster(running.pid)
  if (how === 'immediate' || how === 'killed') {
    log.warn(`The embedded database did not stop in time (${how}); it will replay its log at the next start`)
  }
}

/** Gives the superuser our password, on a stopped cluster: for a data folder whose password file was lost. */
export function resetPassword(place: Place): void {
  const { account, binaries, password } = place
  const { cluster } = place.home
  const told = spawnSync(binaries.postgres, ['--single', '-D', clusterPath(cluster, account), 'postgres'], {
    ...asAccount(cluster, account),
    input: `alter role ${superuser} password '${password}'\nalter role ${desk} password '${password}'\n`,
    encoding: 'utf8',
  })
  if (told.status !== 0) {
    throw new EmbeddedPostgresError(`The database in ${cluster} does not know our password: ${told.stderr?.trim()}`)
  }
}

async function endOf(child: ChildProcess): Promise<string> {
  return new Promise(resolve => {
    child.once('error', error => resolve(wordsOf(error)))
    child.once('exit', (code, signal) => resolve(signal ?? `it answered ${code}`))
  })
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
