import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { type Browser, chromium } from 'playwright-core'
import { readConfig } from '../packages/server/src/config.ts'
import { type Running, serve } from '../packages/server/src/serve.ts'

export type Baton = Pick<Running, 'desk' | 'url' | 'stop'>

/** A whole desk in this process, on a free port and an own database, with the administrator admin / Admin-Pass-1. */
export async function startBaton(): Promise<Baton> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'baton-e2e-'))
  const config = readConfig({
    BATON_DATA: folder,
    PORT: '0',
    HOST: '127.0.0.1',
    BATON_ADMIN_LOGIN: 'admin',
    BATON_ADMIN_PASSWORD: 'Admin-Pass-1',
  })
  const { desk, url, stop } = await serve(config, { log: pino({ level: 'silent' }) })
  return {
    desk,
    url,
    async stop() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
