import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Locale } from './caller.ts'
import { problemBody } from './problem-body.ts'
import { Problem } from './problems.ts'

/** What is no HTTP never becomes a request: it is told so in the same form as every other problem, and the line is cut. */
export function hangUp(error: Error & { code?: string }, socket: Socket, locale: Locale): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const problem = problemOf(error.code)
  const body = JSON.stringify(problemBody(problem, locale, ''))
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function problemOf(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem(431, 'too_large')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem(408, 'malformed')
  return new Problem(400, 'malformed')
}
