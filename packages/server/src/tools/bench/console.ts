import { existsSync } from 'node:fs'
import { quantile } from './load.ts'

export interface ConsoleFigures {
  /** Compressed bytes of script that the browser fetches until the list stands there. */
  firstLoadKiB: number
  firstLoadMs: number
  /** From the key press to the ticket's conversation on the screen. Milliseconds. */
  openP50: number
  openP95: number
}

const chromiumPath = process.platform === 'linux' ? '/usr/bin/chromium' : ''

/** The console in a real browser; undefined where there is no Chromium. */
export async function benchConsole(base: string): Promise<ConsoleFigures | undefined> {
  if (!existsSync(chromiumPath)) return undefined
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  try {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
    const answer = await context.request.post(`${base}/api/v1/session.open`, {
      data: { login: 'admin', password: 'Bench-Pass-1' },
      headers: { origin: base },
    })
    if (!answer.ok()) throw new Error(`the bench could not sign in: ${answer.status()}`)
    const page = await context.newPage()
    let bytes = 0
    page.on('response', async response => {
      if (response.request().resourceType() !== 'script') return
      const sizes = await response
        .request()
        .sizes()
        .catch(() => undefined)
      bytes += sizes?.responseBodySize ?? 0
    })
    const began = performance.now()
    await page.goto(`${base}/`)
    await page.waitForSelector(row)
    const firstLoadMs = performance.now() - began
    await page.waitForLoadState('networkidle')
    const times = await openingTimes(page)
    return { firstLoadKiB: bytes / 1024, firstLoadMs, openP50: quantile(times, 0.5), openP95: quantile(times, 0.95) }
  } finally {
    await browser.close()
  }
}

const row = '[data-row]'
/** Steps down the list with the keyboard, as people do, and measures in the page itself until the conversation is drawn. */
async function openingTimes(page: import('playwright-core').Page): Promise<number[]> {
  const times: number[] = []
  const rows = await page.locator(row).count()
  for (let at = 0; at < Math.min(rows, 25); at++) {
    const target = page.locator(row).nth(at)
    const id = await target.getAttribute('data-row')
    await target.hover()
    await page.waitForTimeout(150)
    await page.evaluate(`performance.mark('bench')`)
    await target.click()
    const took = await page.waitForFunction(untilDrawn(String(id)), undefined, { polling: 'raf' })
    times.push(Number(await took.jsonValue()))
  }
  return times.sort((a, b) => a - b)
}

/** Runs in the page: the time since the mark, once the ticket's first words are drawn. */
const untilDrawn = (id: string): string =>
  `document.querySelector('[data-ticket="${id}"] [data-message]') && performance.now() - performance.getEntriesByName('bench').at(-1).startTime`
