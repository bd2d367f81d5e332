import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { memoryOf, removeFolder, startServer, temporaryFolder } from './server.ts'

export interface IdleFigures {
  firstStartMs: number
  secondStartMs: number
  serverMiB: number
  databaseMiB: number
}

/** A fresh desk with its own embedded database: how long it takes to be ready, first and second time, and what it weighs. */
export async function idleFigures(): Promise<IdleFigures> {
  const folder = await temporaryFolder()
  const port = 4800 + (process.pid % 90)
  try {
    const first = await startServer(folder, port)
    await first.stop()
    const second = await startServer(folder, port)
    await new Promise(resolve => setTimeout(resolve, 5000))
    const postmaster = Number((await readFile(path.join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
    const figures = {
      firstStartMs: first.startMs,
      secondStartMs: second.startMs,
      serverMiB: await memoryOf([second.pid]),
      databaseMiB: await memoryOf([postmaster, ...(await childrenOf(postmaster))]),
    }
    await second.stop()
    return figures
  } finally {
    await removeFolder(folder)
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const parents = await Promise.all(
    pids.map(async pid => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      return [Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const
    }),
  )
  return parents.filter(([, of]) => of === parent).map(([pid]) => pid)
}
