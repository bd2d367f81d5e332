import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { ReadName, VerbName, VerbSent } from '@baton/contract'
import nodemailer from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer'
import { pino } from 'pino'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { readConfig } from '../packages/server/src/config.ts'
import { shippedRoles } from '../packages/server/src/records/people/index.ts'
import { callerFor } from '../packages/server/src/records/sessions/index.ts'
import { type Running, serve } from '../packages/server/src/serve.ts'
import { type MailHost, startMailHost } from '../packages/server/test/mail-host.ts'
import { freePort } from '../packages/server/test/server.ts'

/** A whole desk with an empty database, a browser in front of it, and a clock that can be turned. */
export interface Stage {
  /** The desk that serves now; another one after `restart`. */
  readonly running: Running
  readonly url: string
  /** A browser of somebody's own, Chinese and 1440 px wide unless said otherwise. */
  page(options?: BrowserContextOptions): Promise<Page>
  /** Opens the console in a browser of its own and signs in. */
  signIn(login: string, password: string, options?: BrowserContextOptions): Promise<Page>
  /** The default department's id. Its members claim, so that journeys find tickets where they put them. */
  department(): Promise<string>
  /** A person who has changed the initial password already, in the default department. */
  person(login: string, name: string, role?: RoleKey): Promise<void>
  /** Does a verb as the system, for what a journey finds there when it begins. */
  perform<N extends VerbName>(verb: N, input: VerbSent<N>): Promise<Answer>
  /** Does a verb as somebody who works here. */
  /** Asks, as Baton itself. */
  ask(read: ReadName, input: object): Promise<Answer>
  performAs<N extends VerbName>(login: string, verb: N, input: VerbSent<N>): Promise<Answer>
  /** Moves the desk's clock on. */
  turn(milliseconds: number): void
  /** Sets the desk's clock, and the clocks of the browsers that stand before it. */
  turnTo(moment: string): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
  /** What the pages have complained about in their consoles, in order. */
  complaints: string[]
}

/** A desk whose mail goes to the customer's mailbox and comes from the customer's mail program. */
export interface MailStage extends Stage {
  host: MailHost
  /** Sends a mail to the desk's own listener. */
  write(mail: Mail.Options): Promise<void>
}

export type Answer = Record<string, unknown> & { id: string; number: string; initialPassword: string }
type RoleKey = (typeof shippedRoles)[number]['key']

export const admin = { login: 'admin', password: 'Admin-Pass-1' }
/** Of everybody whom `person` makes. */
export const password = 'Relay-Pass-2'

const chrome = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

/** Opens a stage; without an administrator when the environment says so. */
export async function openStage(env: Record<string, string | undefined> = {}): Promise<Stage> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'baton-e2e-'))
  const said = {
    BATON_DATA: folder,
    HOST: '127.0.0.1',
    PORT: '0',
    BATON_ADMIN_LOGIN: admin.login,
    BATON_ADMIN_PASSWORD: admin.password,
    ...env,
  }
  let ahead = 0
  let turned = false
  const clock = () => new Date(Date.now() + ahead)
  const log = pino({ level: 'silent' })
  let running = await serve(readConfig(said), { log, clock })
  const { url } = running
  const browser = await chromium.launch(chrome)
  const complaints: string[] = []
  const stage: Stage = {
    get running() {
      return running
    },
    url,
    complaints,
    async page(options) {
      const page = await openPage(browser, complaints, options)
      if (turned) await page.clock.setFixedTime(clock())
      return page
    },
    async signIn(login, secret, options) {
      const page = await stage.page(options)
      await page.goto(url)
      await fillSignIn(page, login, secret)
      await page.getByRole('navigation', { name: '主导航' }).waitFor()
      return page
    },
    async department() {
      const { desk } = running
      const asked = await desk.ask('settings.get', {}, desk.systemCaller('test'))
      return (asked as unknown as { defaultDepartmentId: string }).defaultDepartmentId
    },
    async person(login, name, role = 'agent') {
      const { initialPassword } = await stage.perform('agent.create', {
        employeeNo: login,
        name,
        departmentIds: [await stage.department()],
        roleIds: shippedRoles.filter(({ key }) => key === role).map(({ id }) => id),
      })
      await changePassword(url, login, initialPassword)
    },
    perform: async (verb, input) =>
      (await running.desk.perform(verb, input, {
        caller: running.desk.systemCaller('test'),
      })) as unknown as Answer,
    ask: async (read, input) =>
      (await running.desk.ask(read, input, running.desk.systemCaller('test'))) as unknown as Answer,
    async performAs(login, verb, input) {
      const { desk } = running
      const agent = await desk.db
        .selectFrom('agents')
        .select('id')
        .where('employee_no', '=', login)
        .executeTakeFirstOrThrow()
      return (await desk.perform(verb, input, { caller: await callerFor(desk, agent.id) })) as unknown as Answer
    },
    turn(milliseconds) {
      ahead += milliseconds
    },
    async turnTo(moment) {
      ahead = Date.parse(moment) - Date.now()
      turned = true
      for (const context of browser.contexts())
        for (const page of context.pages()) await page.clock.setFixedTime(clock())
    },
    stop: () => running.stop(),
    async start() {
      running = await serve(readConfig({ ...said, PORT: new URL(url).port }), { log, clock })
    },
    async close() {
      await browser.close()
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await stage.perform('department.update', { departmentId: await stage.department(), dispatch: 'claim' })
  return stage
}

/** Opens a stage with a mailbox for the customer. */
export async function openMailStage(): Promise<MailStage> {
  const host = await startMailHost()
  const port = await freePort()
  const stage = await openStage({ BATON_SMTP_LISTEN: `127.0.0.1:${port}`, BATON_SMTP_URL: host.url })
  const program = nodemailer.createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  return Object.defineProperties({} as MailStage, {
    ...Object.getOwnPropertyDescriptors(stage),
    host: { value: host },
    write: { value: (mail: Mail.Options) => program.sendMail(mail) },
    close: {
      value: async () => {
        program.close()
        await stage.close()
        await host.stop()
      },
    },
  })
}

export async function fillSignIn(page: Page, login: string, secret: string): Promise<void> {
  await page.getByLabel('工号').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(secret)
  await page.getByRole('button', { name: '登录' }).click()
}

/** What an accessibility check by WCAG 2.2 AA finds wrong, as rule and element. What is still fading in has no contrast yet. */
export async function violations(page: Page): Promise<string[]> {
  await settled(page)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const found = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** Until nothing is loading and nothing moves any more. */
export async function settled(page: Page): Promise<void> {
  // What has just appeared begins to fade in with the next frame.
  await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))')
  // Asked from outside: the page's own policy forbids waiting inside it on words made into code.
  await expect
    .poll(
      () =>
        page.evaluate(
          `!document.querySelector('[aria-busy=true]') && document.getAnimations().every(one => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity)`,
        ),
      { timeout: 10_000 },
    )
    .toBe(true)
}

/**
 * By how many pixels the page is too wide, or a frame that does not scroll is longer inside than it shows: whatever stands
 * outside would shift all of it when it is moved to by keys.
 */
export const overflow = async (page: Page): Promise<number> =>
  Number(
    await page.evaluate(`Math.max(document.documentElement.scrollWidth - innerWidth,
      ...[...document.querySelectorAll('body *')]
        .filter(one => one.clientHeight > 300 && getComputedStyle(one).overflowY === 'hidden')
        .map(one => one.scrollHeight - one.clientHeight - 1))`),
  )

async function openPage(browser: Browser, complaints: string[], options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', error => complaints.push(`${page.url()}: ${error.stack ?? error.message}`))
  return page
}

/** Changes an initial password as its owner does. */
async function changePassword(url: string, login: string, initial: string): Promise<void> {
  const say = async (verb: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', origin: url, ...(cookie && { cookie }) }
    const answer = await fetch(`${url}/api/v1/${verb}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${verb}: ${await answer.text()}`)
    return answer.headers.getSetCookie().map(line => line.split(';')[0])
  }
  const cookie = (await say('session.open', { login, password: initial })).join('; ')
  await say('session.changePassword', { oldPassword: initial, newPassword: password }, cookie)
}
