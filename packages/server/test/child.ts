import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** A process of its own that a test starts, listens to and kills. */
export interface Child {
  pid: number
  /** Everything that it has said so far, errors included. */
  said(): string
  /** The first line that contains the word; throws when the process ends or takes longer than `patience` milliseconds. */
  line(word: string, patience?: number): Promise<string>
  /** Resolves when it has ended, with its exit code or the signal that ended it. */
  ended: Promise<string>
  /** Ends it and waits; without a word the hard way. */
  kill(signal?: NodeJS.Signals): Promise<string>
}

/** Runs a file of ours under this Node. */
export function startChild(file: string, args: readonly string[] = [], env: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...clean(process.env), NODE_COMPILE_CACHE: path.join(tmpdir(), 'baton-compiled'), ...env },
  })
  const lines: string[] = []
  const hearers = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      lines.push(line)
      for (const hear of hearers) hear()
    })
  }
  const ended = endOf(child)
  return {
    pid: child.pid ?? 0,
    said: () => lines.join('\n'),
    line: (word, patience = 20_000) =>
      new Promise((resolve, reject) => {
        const over = (problem: string) => {
          stop()
          reject(new Error(`${file}: no "${word}" ${problem}:\n${lines.join('\n')}`))
        }
        const look = () => {
          const found = lines.find(line => line.includes(word))
          if (found === undefined) return
          stop()
          resolve(found)
        }
        const timer = setTimeout(() => over(`within ${patience} ms`), patience)
        const stop = () => {
          clearTimeout(timer)
          hearers.delete(look)
        }
        hearers.add(look)
        look()
        void ended.then(how => over(`before it ended (${how})`)) // a promise that never fails
      }),
    ended,
    async kill(signal = 'SIGKILL') {
      child.kill(signal)
      return ended
    },
  }
}

/** What the test runner sets for itself would change how ours behaves. */
function clean(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = Object.keys(env).filter(
    name => !/^(VITEST|TEST|NODE_ENV|NODE_OPTIONS|BATON_|DATABASE_URL|PORT|HOST)/.test(name),
  )
  return Object.fromEntries(names.map(name => [name, env[name]]))
}

const endOf = (child: ChildProcess): Promise<string> =>
  new Promise(resolve => {
    child.once('error', error => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? String(code)))
  })
