import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { overflow, violations } from './stage.ts'

/** The sheet in which a file is imported, as a journey uses it. */
export interface ImportSheet {
  dialog(): Locator
  button(name: string | RegExp): Locator
  choice(name: string | RegExp): Locator
  /** What is chosen for a column. */
  chosen(name: string | RegExp): Promise<string | undefined>
  take(file: string): Promise<void>
  /** Until a job is over: the words that tell its numbers stand there. */
  over(): Promise<void>
  /** With `SCREENS=1` a picture is kept, too. */
  looksRight(name: string): Promise<void>
}

/** `page` is asked for anew each time: a journey has it only once its stage is open. */
export function importSheet(page: () => Page, title: string): ImportSheet {
  const dialog = () => page().getByRole('dialog', { name: title })
  const button = (name: string | RegExp) => dialog().getByRole('button', { name })
  const choice = (name: string | RegExp) => dialog().getByRole('combobox', { name })
  return {
    dialog,
    button,
    choice,
    chosen: name =>
      choice(name).evaluate(
        (one: unknown) => (one as { selectedOptions: { text: string }[] }).selectedOptions[0]?.text,
      ),
    async take(file) {
      await dialog().locator('input[type=file]').setInputFiles(file)
      await button('检查').waitFor()
    },
    over: () => dialog().locator('[data-over]').waitFor({ timeout: 60_000 }),
    async looksRight(name) {
      if (process.env.SCREENS) {
        const screens = path.join(import.meta.dirname, 'screens')
        await mkdir(screens, { recursive: true })
        await page().screenshot({ path: path.join(screens, `${name}.png`) })
      }
      expect.soft(await violations(page()), name).toEqual([])
      expect.soft(await overflow(page()), name).toBeLessThanOrEqual(0)
    },
  }
}
