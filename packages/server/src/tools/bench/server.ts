import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

export interface BenchServer {
  base: string
  pid: number
  /** Milliseconds from the process's start to /readyz. */
  startMs: number
  stop(): Promise<void>
}

/** The real server in a process of its own, so that the driver's work is not counted as its. */
export async function startServer(
  dataDir: string,
  port: number,
  databaseUrl?: string,
  env: Record<string, string> = {},
): Promise<BenchServer> {
  const began = performance.now()
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../main.ts')], {
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      BATON_DATA: dataDir,
      BATON_ADMIN_LOGIN: 'admin',
      BATON_ADMIN_PASSWORD: 'Bench-Pass-1',
      LOG_LEVEL: 'error',
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const base = `http://127.0.0.1:${port}`
  await ready(base, child)
  return {
    base,
    pid: child.pid ?? 0,
    startMs: performance.now() - began,
    async stop() {
      if (child.exitCode !== null) return
      const gone = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}

export const temporaryFolder = () => mkdtemp(path.join(os.tmpdir(), 'baton-bench-'))
export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })

async function ready(base: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`)
    const answer = await fetch(`${base}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('the server did not become ready in 30 s')
}

/** Signs the bench's administrator in. */
export async function signIn(base: string): Promise<string> {
  const answer = await fetch(`${base}/api/v1/session.open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'admin', password: 'Bench-Pass-1' }),
  })
  return ((await answer.json()) as { token: string }).token
}

/** Resident memory of a process and everything beneath it, in MiB; shared pages are counted once (Pss). */
export async function memoryOf(pids: readonly number[]): Promise<number> {
  let kib = 0
  for (const pid of pids) {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    kib += Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0)
  }
  return kib / 1024
}
