import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import type { Config } from '../src/config.ts'
import { createDesk, type OpenDesk } from '../src/kernel/create.ts'
import type { Module } from '../src/kernel/module.ts'
import { thingsRoom } from './things-room.ts'

export interface ThingDeskOptions {
  rooms?: readonly Module[]
  clock?: () => Date
  /** Connections of the desk's pool. */
  max?: number
}

/** Also for processes of their own, on a database that has the tables already. */
export async function openThingDesk(connectionString: string, options: ThingDeskOptions = {}): Promise<OpenDesk> {
  const filesFolder = path.join(tmpdir(), `baton-things-${randomUUID()}`)
  const desk = await createDesk({
    config: { timezone: 'Asia/Shanghai', locale: 'en' } as Config,
    connection: { connectionString, max: options.max ?? 8 },
    modules: [thingsRoom, ...(options.rooms ?? [])],
    filesFolder,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    ...(options.clock && { clock: options.clock }),
  })
  const close = desk.close
  desk.close = async () => {
    await close()
    await rm(filesFolder, { recursive: true, force: true })
  }
  return desk
}
