import { useSyncExternalStore } from 'react'

const every = 15_000

/** The time, told anew every quarter of a minute; one ticker for all who ask. */
export const useNow = (): number => useSyncExternalStore(ticker.watch, ticker.now)

const ticker = createTicker()

function createTicker() {
  const watching = new Set<() => void>()
  let now = Date.now()
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    now: () => now,
    watch(changed: () => void) {
      watching.add(changed)
      if (!timer) now = Date.now()
      timer ??= setInterval(() => {
        now = Date.now()
        for (const tell of watching) tell()
      }, every)
      return () => {
        watching.delete(changed)
        if (watching.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}
