import { lookup as lookUp } from 'node:dns'
import http, { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { connect, isIP, type LookupFunction } from 'node:net'
import { connect as connectByTls } from 'node:tls'
import { OutgoingError } from './error.ts'
import type { Network } from './networks.ts'
import { isNamed, mayReach } from './reach.ts'

export interface OutgoingRequest {
  method?: 'GET' | 'POST'
  url: string
  headers?: Readonly<Record<string, string>>
  body?: string | Buffer
  /** From the beginning to the last byte of the answer. */
  seconds?: number
  /** Of the answer's body. */
  mostBytes?: number
}

export interface OutgoingAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Every call by HTTP that leaves the desk goes through here. */
export interface Outgoing {
  /**
   * Answers whatever status came, a redirect too: nobody follows it. Throws an OutgoingError when there is no answer.
   * The address that is really connected to is checked, not the name.
   */
  call(request: OutgoingRequest): Promise<OutgoingAnswer>
}

const usualSeconds = 10
const usualBytes = 64 * 1024

export function openOutgoing(allowed: readonly Network[]): Outgoing {
  return { call: request => call(request, allowed) }
}

async function call(sent: OutgoingRequest, allowed: readonly Network[]): Promise<OutgoingAnswer> {
  const url = URL.parse(sent.url)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new OutgoingError('url', 'not an http(s) address')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isPlain = url.protocol === 'http:'
  const check = (address: string): OutgoingError | undefined => {
    if (!mayReach(address, allowed)) return new OutgoingError('address', `${host} leads to ${address}`)
    if (isPlain && !isNamed(address, allowed)) return new OutgoingError('plain', `${host} is not encrypted`)
    return undefined
  }
  const wrong = isIP(host) ? check(host) : undefined
  if (wrong) throw wrong
  return new Promise((resolve, reject) => {
    const trip: Trip = { isOut: false }
    const request = (isPlain ? http : https).request(url, {
      method: sent.method ?? 'POST',
      headers: headersOf(sent),
      // A connection of its own for each: of one used before nobody could say whether the first byte has left.
      createConnection: () => {
        const to = { host, port: Number(url.port) || (isPlain ? 80 : 443), lookup: guarded(check) }
        return isPlain ? connect(to) : connectByTls({ ...to, servername: isIP(host) ? '' : host })
      },
    })
    const timer = setTimeout(
      () => {
        trip.late = new OutgoingError('time', `${host} took too long`, trip.isOut)
        request.destroy(trip.late)
      },
      (sent.seconds ?? usualSeconds) * 1000,
    )
    const fail = (error: Error) => {
      clearTimeout(timer)
      reject(trip.late ?? plainly(error, host, trip.isOut))
    }
    watch(request, isPlain, check, trip)
    request.on('error', fail)
    request.once('response', response => {
      readAll(response, sent.mostBytes ?? usualBytes)
        .then(body => {
          if (body) resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
          else reject(new OutgoingError('tooLarge', `${host} answered too much`, true))
        })
        .catch(fail)
        .finally(() => {
          clearTimeout(timer)
          request.destroy()
        })
    })
    request.end(sent.body)
  })
}

interface Trip {
  /** The first byte may have left. */
  isOut: boolean
  /** Its time was up. */
  late?: OutgoingError
}

const headersOf = ({ headers = {}, body }: OutgoingRequest): Record<string, string | number> => ({
  'accept-encoding': 'identity',
  'user-agent': 'Baton',
  ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
  ...headers,
})

/** Of the addresses that a name has, those that may be reached: what is looked up here is what is connected to. */
const guarded =
  (check: (address: string) => OutgoingError | undefined): LookupFunction =>
  (host, options, done) => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0)
      const open = found.filter(({ address }) => !check(address))
      const [first] = open
      if (!first) {
        const why = found[0] && check(found[0].address)
        return done(why ?? new OutgoingError('unreachable', `${host} has no address`), '', 0)
      }
      if (options.all) done(null, open)
      else done(null, first.address, first.family)
    })
  }

/** The last look, before the first byte: whoever sits at the other end is who was looked up. */
function watch(
  request: ClientRequest,
  isPlain: boolean,
  check: (address: string) => OutgoingError | undefined,
  trip: Trip,
): void {
  request.once('socket', socket => {
    socket.once('connect', () => {
      const wrong = socket.remoteAddress ? check(socket.remoteAddress) : undefined
      if (wrong) socket.destroy(wrong)
      else if (isPlain) trip.isOut = true
    })
    socket.once('secureConnect', () => {
      trip.isOut = true
    })
  })
}

/** Undefined when it is more than allowed. */
async function readAll(response: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    size += (chunk as Buffer).length
    if (size > most) return undefined
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

function plainly(error: Error, host: string, isOut: boolean): OutgoingError {
  if (error instanceof OutgoingError) return error
  const { code = error.name } = error as NodeJS.ErrnoException
  return new OutgoingError(isOut ? 'cut' : 'unreachable', `${host} ${code}`, isOut)
}
