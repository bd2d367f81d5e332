import http from 'node:http'

export interface Answer {
  status: number
  body: string
}

/** A client that keeps its connections: what a load test measures is the server, not the handshake. */
export function client(base: string, connections: number) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(base)
  return {
    post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
      const text = JSON.stringify(body)
      return new Promise((resolve, reject) => {
        const request = http.request(
          {
            agent,
            hostname,
            port,
            path,
            method: 'POST',
            headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers },
          },
          response => {
            const chunks: Buffer[] = []
            response.on('data', chunk => chunks.push(chunk))
            response.on('end', () =>
              resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
            )
          },
        )
        request.on('error', reject)
        request.end(text)
      })
    },
    close: () => agent.destroy(),
  }
}

export interface Run {
  done: number
  seconds: number
  /** Per second. */
  rate: number
  /** Milliseconds, sorted. */
  times: number[]
}

/** Does `work` over and over in `concurrency` lanes for so many seconds. */
export async function forSeconds(
  seconds: number,
  concurrency: number,
  work: (n: number) => Promise<boolean>,
): Promise<Run> {
  const times: number[] = []
  let n = 0
  let failed = 0
  const start = performance.now()
  const end = start + seconds * 1000
  const lane = async () => {
    while (performance.now() < end) {
      const before = performance.now()
      if (!(await work(n++))) failed += 1
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
  const took = (performance.now() - start) / 1000
  const done = times.length
  // An error is quick: a figure that counted it would flatter us.
  if (failed > 0) throw new Error(`${failed} of ${times.length} calls failed`)
  return { done, seconds: took, rate: done / took, times: times.sort((a, b) => a - b) }
}

export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0
