import path from 'node:path'
import { type Network, readNetwork } from './kernel/outgoing/networks.ts'
import { readSecretKeys, type SecretKey } from './kernel/secrets/keys.ts'

/** What the operator says in the environment. This file is the only one that reads it. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataDir: string
  /** Unset: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl?: string
  readonly adminLogin?: string
  readonly adminPassword?: string
  readonly timezone: string
  readonly locale: 'zh-CN' | 'en'
  /** Unset: no mail comes in. */
  readonly smtpListen?: { readonly host: string; readonly port: number }
  readonly smtpUrl?: string
  readonly role: 'all' | 'web' | 'worker'
  /** Without a slash at the end. */
  readonly publicUrl?: string
  /** Beside the open Internet: networks to which the desk may make connections of its own. */
  readonly outgoingAllow?: readonly Network[]
  /** What secrets are encrypted with, the first one for new ones. Unset: a file in `dataDir`. */
  readonly secretKeys?: readonly SecretKey[]
  /** Keys that are lost for good. */
  readonly forgetSecretsOf?: readonly string[]
  readonly logLevel: LogLevel
}

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

/** Every variable with its sentence for the operator; `standard` is what holds when it is unset. */
export const variables = {
  PORT: { meaning: 'The port that serves everything.', standard: '4000' },
  HOST: { meaning: 'The address to listen on.', standard: '0.0.0.0' },
  BATON_DATA: { meaning: 'The folder for the embedded database and files.', standard: './data' },
  DATABASE_URL: { meaning: 'A PostgreSQL 15 or newer to use; when unset, the embedded one runs in BATON_DATA.' },
  BATON_ADMIN_LOGIN: { meaning: 'Creates the first administrator unattended, together with BATON_ADMIN_PASSWORD.' },
  BATON_ADMIN_PASSWORD: { meaning: "The first administrator's password, at least 8 characters." },
  BATON_TIMEZONE: { meaning: "The desk's time zone.", standard: 'Asia/Shanghai' },
  BATON_LOCALE: { meaning: "The desk's language: zh-CN or en.", standard: 'zh-CN' },
  BATON_SMTP_LISTEN: { meaning: 'host:port of the listener for incoming mail; off when unset.' },
  BATON_SMTP_URL: { meaning: 'The relay for outgoing mail, smtp:// or smtps://.' },
  BATON_ROLE: { meaning: 'What this process does: all, web or worker.', standard: 'all' },
  BATON_PUBLIC_URL: { meaning: 'The address that customers and agents use, for links in mail.' },
  BATON_OUTGOING_ALLOW: {
    meaning:
      'Networks nearer than the open Internet that the desk may call (group robots, SMS gateways), separated by commas: 10.1.2.0/24, ::1. Only these may be called by plain http. Whatever else is private, loopback or link-local is refused.',
  },
  BATON_SECRET_KEY: {
    meaning:
      'The keys that encrypt stored secrets, as id:key separated by commas; a key is 32 bytes in base64 (openssl rand -base64 32). The first encrypts, all decrypt. When unset, a key is made in BATON_DATA/secret.key. Processes on one database must have the same: set it for all of them, or give each the same file. To rotate, first add the new key behind the old one everywhere, then put it first; at the start everything is encrypted anew, and the old one may go.',
  },
  BATON_FORGET_SECRETS: {
    meaning:
      'Ids of keys that are lost for good, separated by commas: at the start the secrets under them are deleted, to be entered again.',
  },
  LOG_LEVEL: { meaning: 'fatal, error, warn, info, debug, trace or silent.', standard: 'info' },
} as const satisfies Record<string, { meaning: string; standard?: string }>

export type VariableName = keyof typeof variables

/** Everything that is wrong with the environment, a sentence each. No secret is repeated. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.length === 1 ? problems[0] : `The environment is wrong:\n${problems.map(p => `- ${p}`).join('\n')}`)
    this.problems = problems
  }
}

/** Reads and checks the whole environment at once. An empty value counts as unset. Throws ConfigError. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [...unknown(env)]
  const textOf = (name: VariableName): string | undefined => env[name]?.trim() || standardOf(name)
  const read = <T>(name: VariableName, reader: Reader<T>): T | undefined => {
    const text = textOf(name)
    if (text === undefined) return undefined
    const value = reader.read(text)
    if (value === undefined)
      problems.push(`${name} must be ${reader.expected}${reader.secret ? '' : `, not "${text}"`}.`)
    return value
  }
  const config = {
    port: read('PORT', portNumber) as number,
    host: read('HOST', word('a host name or address')) as string,
    dataDir: path.resolve(textOf('BATON_DATA') ?? ''),
    databaseUrl: read('DATABASE_URL', url('a postgresql://user:password@host:port/database address', isDatabase)),
    adminLogin: read('BATON_ADMIN_LOGIN', word('a login without spaces')),
    adminPassword: read('BATON_ADMIN_PASSWORD', password),
    timezone: read('BATON_TIMEZONE', timezone) as string,
    locale: read('BATON_LOCALE', oneOf('zh-CN', 'en')) as Config['locale'],
    smtpListen: read('BATON_SMTP_LISTEN', hostAndPort),
    smtpUrl: read('BATON_SMTP_URL', url('an smtp:// or smtps:// address with a host', isRelay)),
    role: read('BATON_ROLE', oneOf('all', 'web', 'worker')) as Config['role'],
    publicUrl: read('BATON_PUBLIC_URL', publicUrl),
    outgoingAllow: read('BATON_OUTGOING_ALLOW', networks),
    secretKeys: read('BATON_SECRET_KEY', secretKeys),
    forgetSecretsOf: read('BATON_FORGET_SECRETS', keyIds),
    logLevel: read('LOG_LEVEL', oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')) as LogLevel,
  }
  problems.push(...contradictions(textOf))
  if (problems.length) throw new ConfigError(problems)
  const said = Object.entries(config).filter(([, value]) => value !== undefined)
  return Object.freeze(Object.fromEntries(said)) as unknown as Config
}

function contradictions(textOf: (name: VariableName) => string | undefined): string[] {
  const problems: string[] = []
  const pair = ['BATON_ADMIN_LOGIN', 'BATON_ADMIN_PASSWORD'] as const
  for (const [one, other] of [pair, pair.toReversed()] as const) {
    if (one && other && textOf(one) && !textOf(other)) problems.push(`${one} needs ${other} beside it.`)
  }
  const role = textOf('BATON_ROLE')
  if ((role === 'web' || role === 'worker') && !textOf('DATABASE_URL')) {
    problems.push(`BATON_ROLE=${role} needs DATABASE_URL: the embedded database serves one process, which does all.`)
  }
  return problems
}

interface Reader<T> {
  readonly expected: string
  /** The value given must not be repeated in an error. */
  readonly secret?: boolean
  /** undefined: not as expected. */
  read(text: string): T | undefined
}

const portNumber: Reader<number> = {
  expected: 'a port, 0 to 65535',
  read: text => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
}

const password: Reader<string> = {
  expected: 'at least 8 characters long',
  secret: true,
  read: text => (text.length >= 8 ? text : undefined),
}

const timezone: Reader<string> = {
  expected: 'a time zone such as Asia/Shanghai',
  read(text) {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone && text
    } catch {
      return undefined
    }
  },
}

const hostAndPort: Reader<{ host: string; port: number }> = {
  expected: 'host:port, such as 127.0.0.1:2525 or [::1]:2525',
  read(text) {
    const [, v6, host = v6, port = ''] = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]]+)):(\d{1,5})$/i.exec(text) ?? []
    const number = portNumber.read(port)
    return host && number !== undefined ? { host, port: number } : undefined
  },
}

const publicUrl: Reader<string> = {
  expected: 'an http:// or https:// address without ? and #',
  read(text) {
    const parsed = URL.parse(text)
    const plain = parsed && /^https?:$/.test(parsed.protocol) && !parsed.search && !parsed.hash && !parsed.username
    return plain ? parsed.href.replace(/\/+$/, '') : undefined
  },
}

const listed = (text: string): string[] => text.split(/[\s,]+/).filter(part => part !== '')

const networks: Reader<Network[]> = {
  expected: 'networks such as 10.1.2.0/24 or ::1, separated by commas',
  read(text) {
    const read = listed(text).map(readNetwork)
    return read.every(network => network !== undefined) ? read : undefined
  },
}

const secretKeys: Reader<SecretKey[]> = {
  expected: 'keys as id:key separated by commas, each key 32 bytes in base64, each id once',
  secret: true,
  read: readSecretKeys,
}

const keyIds: Reader<string[]> = {
  expected: 'ids of keys, separated by commas',
  read: text => (listed(text).every(id => /^[a-z0-9-]{1,32}$/.test(id)) ? listed(text) : undefined),
}

function word(expected: string): Reader<string> {
  return { expected, read: text => (/\s/.test(text) ? undefined : text) }
}

function oneOf<T extends string>(...words: readonly T[]): Reader<T> {
  const expected = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
  return { expected, read: text => words.find(known => known === text) }
}

// Addresses carry passwords, so they are never repeated.
function url(expected: string, isRight: (text: string) => boolean): Reader<string> {
  return { expected, secret: true, read: text => (isRight(text) ? text : undefined) }
}

// Not parsed as a URL: several hosts, or a socket's folder as `?host=`, are no URL and yet right.
function isDatabase(text: string): boolean {
  return /^postgres(ql)?:\/\/[^\s/]*\/[^\s/?]+(\?\S*)?$/.test(text)
}

function isRelay(text: string): boolean {
  const parsed = URL.parse(text)
  return parsed !== null && /^smtps?:$/.test(parsed.protocol) && parsed.hostname !== ''
}

function standardOf(name: VariableName): string | undefined {
  const variable = variables[name]
  return 'standard' in variable ? variable.standard : undefined
}

function* unknown(env: Readonly<Record<string, string | undefined>>): Iterable<string> {
  const known = Object.keys(variables)
  for (const name of Object.keys(env)) {
    if (!/^BATON_/i.test(name) || known.includes(name)) continue
    const near = known
      .map(candidate => ({ candidate, far: distance(bare(name), bare(candidate)) }))
      .sort((a, b) => a.far - b.far)[0]
    const hint = near && near.far <= 4 ? `Did you mean ${near.candidate}?` : `Known are ${known.join(', ')}.`
    yield `${name} is not a variable of Baton. ${hint}`
  }
}

const bare = (name: string) => name.toUpperCase().replace(/^BATON_/, '')

/** How many letters to add, drop or change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const [diagonal = 0, up = 0, left = 0] = [row[j], row[j + 1], next[j]]
      next.push(Math.min(diagonal + (letter === other ? 0 : 1), up + 1, left + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
