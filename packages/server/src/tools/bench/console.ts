import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { quantile } from './load.ts'

export interface ConsoleFigures {
  /** Compressed bytes of script that the browser fetches until the list stands there. */
  firstLoadKiB: number
  firstLoadMs: number
  /** From the click to the ticket's conversation on the screen, once the pointer has rested on its row. Milliseconds. */
  openP50: number
  openP95: number
  /** The same by a click out of nowhere. */
  coldP50: number
  coldP95: number
  /** Rows in the list while it is scrolled, and how long its frames take then. */
  rows: number
  frameP50: number
  frameP95: number
}

const chromiumPath = process.platform === 'linux' ? '/usr/bin/chromium' : ''

/** The console in a real browser, its list scrolled to as many rows as `wanted`; undefined where there is no Chromium. */
export async function benchConsole(base: string, wanted: number): Promise<ConsoleFigures | undefined> {
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
    await page.goto(`${base}/tickets/public.open`)
    await page.waitForSelector(row)
    const firstLoadMs = performance.now() - began
    await page.waitForLoadState('networkidle')
    const loaded = bytes / 1024
    const rested = await openingTimes(page, 150)
    await page.goto(`${base}/tickets/public.open`)
    await page.waitForSelector(row)
    const cold = await openingTimes(page, 0)
    const { rows, frames } = await scrolling(page, base, wanted)
    return {
      firstLoadKiB: loaded,
      firstLoadMs,
      openP50: quantile(rested, 0.5),
      openP95: quantile(rested, 0.95),
      coldP50: quantile(cold, 0.5),
      coldP95: quantile(cold, 0.95),
      rows,
      frameP50: quantile(frames, 0.5),
      frameP95: quantile(frames, 0.95),
    }
  } finally {
    await browser.close()
  }
}

const row = '[data-row]'
/** Clicks one row after the other, after a rest on it, and measures in the page itself until the conversation is drawn. */
async function openingTimes(page: Page, rest: number): Promise<number[]> {
  const times: number[] = []
  const rows = await page.locator(row).count()
  for (let at = 0; at < Math.min(rows, 25); at++) {
    const target = page.locator(row).nth(at)
    const id = await target.getAttribute('data-row')
    if (rest > 0) {
      await target.hover()
      await page.waitForTimeout(rest)
    }
    times.push(Number(await page.evaluate(clicked(String(id)))))
  }
  return times.sort((a, b) => a - b)
}

/** In the page itself, or the way there would be counted: the time from the click until the ticket's first words are drawn. */
const clicked = (id: string): string => `(async () => {
  const began = performance.now()
  document.querySelector('[data-row="${id}"] a, [data-row="${id}"]').click()
  while (!document.querySelector('[data-ticket="${id}"] [data-message]')) {
    await new Promise(requestAnimationFrame)
    if (performance.now() - began > 10_000) throw new Error('the ticket does not open')
  }
  return performance.now() - began
})()`

/** Fetches pages until so many rows are there, then scrolls through them as a wheel does and takes the time of each frame. */
async function scrolling(page: Page, base: string, wanted: number): Promise<{ rows: number; frames: number[] }> {
  await page.goto(`${base}/tickets/public.all`)
  await page.waitForSelector(row)
  const rows = Number(await page.evaluate(untilLoaded(wanted)))
  const frames = (await page.evaluate(frameTimes)) as number[]
  return { rows, frames: frames.sort((a, b) => a - b) }
}

/** The list's own scrolling element is the first one above a row that scrolls. */
const scroller = `(() => { let e = document.querySelector('${row}'); while (e.scrollHeight <= e.clientHeight + 1 || getComputedStyle(e).overflowY === 'visible') e = e.parentElement; return e })()`

const untilLoaded = (wanted: number): string => `(async () => {
  const list = ${scroller}
  const height = document.querySelector('${row}').getBoundingClientRect().height
  let before = 0, still = 0
  while (list.scrollHeight / height < ${wanted} && still < 100) {
    list.scrollTop = list.scrollHeight
    await new Promise(resolve => setTimeout(resolve, 20))
    still = list.scrollHeight === before ? still + 1 : 0
    before = list.scrollHeight
  }
  return Math.round(list.scrollHeight / height)
})()`

const frameTimes = `(async () => {
  const list = ${scroller}
  const frames = []
  list.scrollTop = list.scrollHeight / 2
  let before = await new Promise(requestAnimationFrame)
  for (let n = 0; n < 300; n++) {
    list.scrollTop += n % 100 < 50 ? 240 : -240
    const now = await new Promise(requestAnimationFrame)
    frames.push(now - before)
    before = now
  }
  return frames
})()`
