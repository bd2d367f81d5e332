/** Waits until it holds, looking every few milliseconds; throws after `patience` milliseconds. Answers how long it took. */
export async function until(holds: () => Promise<boolean> | boolean, patience = 8000): Promise<number> {
  const began = performance.now()
  while (!(await holds())) {
    if (performance.now() - began > patience) throw new Error(`not within ${patience} ms`)
    await pause(5)
  }
  return performance.now() - began
}

export const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** Looks until there is something, and answers it; throws after `patience` milliseconds. */
export async function found<T>(look: () => Promise<T | undefined>, patience = 15_000): Promise<T> {
  const began = performance.now()
  for (;;) {
    const seen = await look()
    if (seen !== undefined) return seen
    if (performance.now() - began > patience) throw new Error(`nothing was found within ${patience} ms`)
    await pause(10)
  }
}
