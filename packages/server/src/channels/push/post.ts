import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export interface Answer {
  status: number
  /** The beginning of it. */
  text: string
}

export interface Post {
  url: string
  headers: Record<string, string>
  body: Buffer
  /** Whether the address that is really connected to may be reached. */
  mayReach(address: string): boolean
}

const patience = 20_000
const most = 500

/** The address may not be reached: it is somebody's inner network. */
export class NotPublic extends Error {
  override name = 'NotPublic'
}

/**
 * Posts to an address that a browser named. It is checked at the connection itself, so that no name can lead into our own
 * network, and no redirect is followed.
 */
export function post({ url, headers, body, mayReach }: Post): Promise<Answer> {
  const { protocol, hostname } = new URL(url)
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare) && !mayReach(bare)) return Promise.reject(new NotPublic(bare))
  const { request } = protocol === 'http:' ? http : https
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { method: 'POST', headers, timeout: patience, lookup: guarded(mayReach), agent: false },
      answer => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => {
          if (text.length < most) text = (text + chunk).slice(0, most)
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
        answer.on('error', reject)
      },
    )
    call.on('timeout', () => call.destroy(new Error('no answer in time')))
    call.on('error', reject)
    call.end(body)
  })
}

function guarded(mayReach: (address: string) => boolean): LookupFunction {
  return (hostname, options, answer) => {
    dns.lookup(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? []
      if (error || !first) return answer(error ?? new Error(`${hostname} has no address`), '', 0)
      const inner = found.find(({ address }) => !mayReach(address))
      if (inner) return answer(new NotPublic(inner.address), '', 0)
      if (options.all) answer(null, found as never, 0)
      else answer(null, first.address, first.family)
    })
  }
}

/** Neither this machine, nor its network, nor anything else that is not the internet. */
export function isPublic(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return isPublic(mapped)
  const family = isIP(address)
  return family !== 0 && !inner.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

const inner = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(net, bits, 'ipv6')
