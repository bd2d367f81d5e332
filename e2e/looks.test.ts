import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { furnish, furnishClocks, furnishForms, furnishMacros, furnishViews, promise } from './furnish.ts'
import { admin, openStage, overflow, type Stage, settled } from './stage.ts'

/**
 * How every page looks: nothing that an accessibility check finds wrong, nothing to scroll sideways, no complaint in the
 * browser's console. With SCREENS=1 in all languages, colours and widths, and kept as pictures in e2e/screens.
 */
interface Look {
  locale: 'zh-CN' | 'en'
  colorScheme: 'light' | 'dark'
  width: 1440 | 390
}
const looks: Look[] = process.env.SCREENS
  ? (['zh-CN', 'en'] as const).flatMap(locale =>
      (['light', 'dark'] as const).flatMap(colorScheme =>
        ([1440, 390] as const).map(width => ({ locale, colorScheme, width })),
      ),
    )
  : [
      { locale: 'zh-CN', colorScheme: 'light', width: 1440 },
      { locale: 'en', colorScheme: 'dark', width: 390 },
    ]
const screens = path.join(import.meta.dirname, 'screens')

let stage: Stage
let ticket: { id: string; number: string; customer: { id: string } }
let policyId: string
let macroId: string
let timed: { id: string; number: string }
let jobId: string
let forms: Awaited<ReturnType<typeof furnishForms>>
let views: { table: string; board: string; groups: string }
beforeAll(async () => {
  stage = await openStage()
  await mkdir(screens, { recursive: true })
  ticket = await furnish(stage)
  policyId = await promise(stage)
  timed = await furnishClocks(stage)
  macroId = await furnishMacros(stage)
  // None of them is paused, so each says why it was not resumed.
  jobId = (await stage.performAs(admin.login, 'bulk.start', { verb: 'ticket.resume', view: 'public.all' })).id
  forms = await furnishForms(stage)
  views = await furnishViews(stage, admin.login)
})
afterAll(() => stage.close())

describe.each(looks)('$locale, $colorScheme, $width px', ({ locale, colorScheme, width }) => {
  const phone = width === 390
  const options = { locale, colorScheme, viewport: { width, height: phone ? 844 : 900 }, hasTouch: phone }
  let page: Page
  beforeAll(async () => {
    page = await stage.page(options)
  })
  afterAll(() => page.context().close())

  const looksRight = async (name: string) => {
    await settled(page)
    if (process.env.SCREENS) {
      const file = `${name.replaceAll('/', '-')}-${locale}-${colorScheme}-${width}.png`
      await page.screenshot({ path: path.join(screens, file) })
    }
    expect.soft(await violations(page), name).toEqual([])
    expect.soft(await overflow(page), `${name} is too wide`).toBeLessThanOrEqual(0)
    expect.soft(stage.complaints.splice(0).filter(isNews), name).toEqual([])
  }
  /** Loads a page as one who follows a link from a mail. */
  const visit = async (name: string, address: string, ready: string) => {
    await page.goto(`${stage.url}${address}`)
    await page.waitForLoadState('networkidle')
    await page.locator(ready).first().waitFor()
    await looksRight(name)
  }
  /** Goes to a page as one who is inside already. */
  const turnTo = async (name: string, address: string, ready: string) => {
    await page.evaluate(`history.pushState({}, '', '${address}')`)
    await page.locator(ready).first().waitFor()
    await looksRight(name)
  }

  /** Chooses the first ticket that is there. */
  const choose = async (name: string) => {
    await page.getByRole('checkbox').first().check()
    await page.locator('main [role=status]').first().waitFor()
    await looksRight(name)
  }

  test('the door', async () => {
    await visit('sign-in', '/', 'form')
    await page.locator('form button[type=submit]').click()
    await page.locator('[aria-invalid=true]').first().waitFor()
    await looksRight('sign-in-missing')
    await page.locator('input[autocomplete=username]').fill(admin.login)
    await page.locator('input[autocomplete=current-password]').fill(admin.password)
    await page.locator('form button[type=submit]').click()
    await page.locator('main#page').waitFor()
  })

  test('the workspace, a ticket, and what opens over them', async () => {
    await visit('workspace', '/tickets/public.all', '[data-row]')
    await choose('chosen')
    await page.keyboard.press('Escape')
    await visit('jobs', '/jobs', 'main ul a')
    await visit('job', `/jobs/${jobId}`, 'main ul li')
    await visit('empty', '/tickets/public.breached', 'main h1')
    await visit('search', '/search', 'main h2:visible')
    await visit('found', `/search?q=${encodeURIComponent('脱水 状态:未结')}`, 'main mark')
    await visit('ticket', `/tickets/public.all/${ticket.number}`, '[data-message]')
    await page.keyboard.press('t')
    await page.getByRole('dialog').waitFor()
    await looksRight('transfer')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('.')
    await page.getByRole('dialog').getByRole('option').first().waitFor()
    await looksRight('run-macro')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('r')
    await page.keyboard.type('/')
    await page.getByRole('option').first().waitFor()
    await looksRight('canned-replies')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    await looksRight('new-ticket')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await page.getByRole('option').first().waitFor()
    await looksRight('palette')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await looksRight('keys')
  })

  test('views as tables, boards and groups, and the sheet that makes them', async () => {
    await visit('view-table', `/tickets/${views.table}`, '[data-row]')
    await visit('view-board', `/tickets/${views.board}`, '[data-column] [data-row]')
    await choose('view-board-chosen')
    await visit('view-board-ticket', `/tickets/${views.board}/${ticket.number}`, '[data-message]')
    await visit('view-groups', `/tickets/${views.groups}`, 'h2 button[aria-expanded]')
    await choose('view-groups-chosen')
    // Where there is no room for the pane of views, the name of the view opens them.
    if (phone) await page.getByRole('button', { name: '按紧急程度', exact: true }).click()
    await page.getByRole('button', { name: /^(新建视图|New view)$/ }).click()
    await page.getByRole('dialog').locator('form input').first().waitFor()
    await page.getByRole('dialog').locator('[role=status]').waitFor()
    await looksRight('view-new')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('the clocks of a ticket, and what is asked about them', async () => {
    const dialog = (name: string) => page.getByRole('dialog').filter({ has: page.locator(`:text("${name}")`) })
    const closed = async () => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').last().waitFor({ state: 'detached' })
    }
    await visit('ticket-timed', `/tickets/public.all/${timed.number}`, '[data-ticket] header [aria-haspopup=dialog]')
    await page.keyboard.press('q')
    await page.getByRole('dialog').locator('figure').first().waitFor()
    await looksRight('clocks')
    const folded = page.getByRole('dialog').locator('details:not([open]) > summary')
    while ((await folded.count()) > 0) await folded.first().click()
    await page.getByRole('dialog').locator('details').last().scrollIntoViewIfNeeded()
    await looksRight('clocks-all')
    await closed()
    const word = async (verb: string) =>
      page.evaluate(`document.dispatchEvent(new CustomEvent('baton:verb', { detail: '${verb}' }))`)
    for (const verb of ['requestExtension', 'grantExtension', 'declineExtension', 'alert']) {
      await word(`ticket.${verb}`)
      await dialog(timed.number).getByRole('textbox').last().waitFor()
      await looksRight(verb)
      await closed()
    }
    await visit('ticket-untimed', `/tickets/public.all/${ticket.number}`, '[data-message]')
  })

  test('customers, the personal centre, statistics', async () => {
    await visit('customers', '/customers', 'main h1')
    await turnTo('customer', `/customers/${ticket.customer.id}`, 'main h2')
    await turnTo('me', '/me', 'main form')
    await visit('figures', '/figures', 'main svg')
  })

  test('fields, templates, and where they are filled in', async () => {
    const closed = async () => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').last().waitFor({ state: 'detached' })
    }
    for (const [name, id] of Object.entries(forms.fieldIds))
      await visit(`settings-fields-${name}`, `/settings/fields/${id}`, '[role=dialog] form aside')
    await visit('settings-fields-kinds', '/settings/fields/new', '[role=dialog] form section')
    await page.locator('[role=dialog] form section button').nth(7).click()
    await page.locator('[role=dialog] form aside').waitFor()
    await looksRight('settings-fields-choice-new')
    await visit('settings-templates-designer', `/settings/templates/${forms.templateId}`, '[role=dialog] ul li button')
    await page.locator('[role=dialog] ul li button[aria-pressed]').last().click()
    await page.locator('[role=dialog] section select').first().waitFor()
    await looksRight('settings-templates-item')
    const ways = page.locator('[role=dialog] [role=radiogroup]').first().locator('label')
    for (const [at, way] of ['agent', 'customer'].entries()) {
      await ways.nth(at + 1).click()
      await looksRight(`settings-templates-${way}`)
    }
    await visit('ticket-forms', `/tickets/public.all/${forms.number}`, '[data-ticket] header')
    if (phone) await page.keyboard.press('i')
    await page
      .getByRole('tab')
      .filter({ hasText: /字段|Fields|Properties/ })
      .first()
      .click()
    await page.locator('[role=tabpanel] table').waitFor()
    await looksRight('ticket-forms-fields')
    if (phone) await page.keyboard.press('Escape')
    await page.evaluate(`document.dispatchEvent(new CustomEvent('baton:verb', { detail: 'ticket.solve' }))`)
    await page.getByRole('dialog').waitFor()
    await looksRight('solve')
    await closed()
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    await page.getByRole('dialog').getByRole('combobox').last().waitFor()
    await page.getByRole('combobox', { name: /工单模板|Template/ }).click()
    await page.getByRole('option', { name: '上门维修' }).click()
    await page.keyboard.press('Control+Enter')
    await page.locator('[role=dialog] [aria-invalid=true]').first().waitFor()
    await looksRight('new-ticket-form')
    await closed()
  })

  test('the help and the set-up', async () => {
    await turnTo('help', '/help', 'main nav li a')
    for (const page of ['register', 'keys', 'policies', 'mailbox'])
      await turnTo(`help-${page}`, `/help/${page}`, 'main article h1')
    for (const step of ['departments', 'people', 'mailbox', 'form', 'ticket'])
      await turnTo(`setup-${step}`, `/setup/${step}`, `main section[aria-label] h2`)
  })

  test('the settings', async () => {
    await turnTo('settings', '/settings', 'main nav li a')
    const pages = await Promise.all(
      (await page.locator('main nav li a').all()).map(async link => ({
        address: (await link.getAttribute('href')) ?? '',
        title: (await link.textContent()) ?? '',
      })),
    )
    expect(pages.length).toBeGreaterThan(10)
    for (const { address, title } of pages)
      await turnTo(address.slice(1).replaceAll('/', '-'), address, `main h1:text-is("${title}")`)
    for (const key of [
      'people',
      'departments',
      'roles',
      'categories',
      'macros',
      'cannedReplies',
      'fields',
      'templates',
      'policies',
      'calendars',
      'imports',
      'mailboxes',
      'robots',
      'smsAccounts',
      'apiKeys',
    ]) {
      await turnTo(`settings-${key}-new`, `/settings/${key}/new`, '[role=dialog] form')
      await page.evaluate(`history.pushState({}, '', '/settings/${key}')`)
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await turnTo('settings-macro', `/settings/macros/${macroId}`, '[role=dialog] ol li')
    await page.locator('[role=dialog] ol li button[aria-expanded]').nth(1).click()
    await page.locator('[role=dialog] ol textarea').first().waitFor()
    await looksRight('settings-macro-step')
    await turnTo('settings-policies-ladder', `/settings/policies/${policyId}`, '[role=dialog] ol li')
    await page.locator('[role=dialog] ol li button[aria-expanded]').last().click()
    await page.locator('[role=dialog] ol textarea').last().scrollIntoViewIfNeeded()
    // With the pointer over a button: its words are to be read then, too.
    await page.locator('[role=dialog] ol + button').first().hover()
    await looksRight('settings-policies-rung')
  })
})

describe('before anybody exists', () => {
  let fresh: Stage
  beforeAll(async () => {
    fresh = await openStage({ BATON_ADMIN_LOGIN: undefined, BATON_ADMIN_PASSWORD: undefined })
  })
  afterAll(() => fresh.close())

  test.each(looks)('$locale, $colorScheme, $width px', async ({ locale, colorScheme, width }) => {
    const page = await fresh.page({ locale, colorScheme, viewport: { width, height: 900 } })
    await page.goto(fresh.url)
    await page.locator('input[autocomplete=new-password]').waitFor()
    await page.waitForLoadState('networkidle')
    await settled(page)
    if (process.env.SCREENS)
      await page.screenshot({ path: path.join(screens, `first-run-${locale}-${colorScheme}-${width}.png`) })
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(fresh.complaints.splice(0).filter(isNews)).toEqual([])
    await page.context().close()
  })
})

/** Nobody is signed in yet: that is what the server says, and the browser writes it down. */
const isNews = (complaint: string) => !/status of 401 .*session\.me$/.test(complaint)

/**
 * What an accessibility check by WCAG 2.2 AA finds wrong. The check is brought into a page once and stays there: bringing
 * it anew for every look takes longer than all else.
 */
async function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  if (await page.evaluate(`!window.axe`)) await new AxeBuilder({ page }).setLegacyMode().include('head').analyze()
  return page.evaluate<string[]>(
    `axe
      .run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })
      .then(found => found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  )
}
