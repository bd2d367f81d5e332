import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** Runs a program; answers what it said when it failed, as one problem. */
export async function outcomeOf(command: string, args: readonly string[], cwd: string): Promise<string[]> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  const code = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [out, err, result] = await Promise.all([text(child.stdout), text(child.stderr), code])
  return result === 0 ? [] : [`${out}\n${err}`.trim() || `${command} answered ${result}`]
}
