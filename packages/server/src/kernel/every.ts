import type { Desk } from './desk.ts'

/** Does the work now, whenever woken, and every so often; one at a time. */
export function every(ms: number, work: () => Promise<void>, desk: Desk): { wake(): void; stop(): Promise<void> } {
  let stopped = false
  let woken = true
  let wakeUp: () => void = () => {}
  const run = async () => {
    while (!stopped) {
      if (!woken) {
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, ms)
          wakeUp = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      woken = false
      if (!stopped) await work().catch((error: unknown) => desk.log.error({ err: error }, 'regular work failed'))
    }
  }
  const running = run()
  const wake = () => {
    woken = true
    wakeUp()
  }
  return {
    wake,
    async stop() {
      stopped = true
      wake()
      await running
    },
  }
}
