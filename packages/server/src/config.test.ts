import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig, variables } from './config.ts'

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('readConfig', () => {
  test('has an answer for everything', () => {
    const config = readConfig({ PATH: '/bin', HOME: '/root', npm_config_cache: '/tmp' })
    expect(config).toEqual({
      port: 4000,
      host: '0.0.0.0',
      dataDir: path.resolve('data'),
      timezone: 'Asia/Shanghai',
      locale: 'zh-CN',
      role: 'all',
      logLevel: 'info',
    })
    expect(Object.isFrozen(config)).toBe(true)
  })

  test('reads every variable', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      BATON_DATA: '/var/lib/baton',
      DATABASE_URL: 'postgresql://desk:secret@db:5432/baton?sslmode=require',
      BATON_ADMIN_LOGIN: 'admin',
      BATON_ADMIN_PASSWORD: 'Fresh-Clone-1',
      BATON_TIMEZONE: 'Europe/Berlin',
      BATON_LOCALE: 'en',
      BATON_SMTP_LISTEN: '[::1]:2525',
      BATON_SMTP_URL: 'smtps://user:secret@relay.example:465',
      BATON_ROLE: 'worker',
      BATON_PUBLIC_URL: 'https://desk.example/help/',
      BATON_OUTGOING_ALLOW: '10.1.2.0/24, ::1',
      BATON_SECRET_KEY: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
      BATON_FORGET_SECRETS: 'k0',
      LOG_LEVEL: 'debug',
    }
    expect(Object.keys(env)).toEqual(Object.keys(variables))
    expect(readConfig(env)).toEqual({
      port: 0,
      host: '::1',
      dataDir: '/var/lib/baton',
      databaseUrl: env.DATABASE_URL,
      adminLogin: 'admin',
      adminPassword: 'Fresh-Clone-1',
      timezone: 'Europe/Berlin',
      locale: 'en',
      smtpListen: { host: '::1', port: 2525 },
      smtpUrl: env.BATON_SMTP_URL,
      role: 'worker',
      publicUrl: 'https://desk.example/help',
      outgoingAllow: [
        { bytes: [10, 1, 2, 0], bits: 24 },
        { bytes: [...Array(15).fill(0), 1], bits: 128 },
      ],
      secretKeys: [{ id: 'k1', bytes: Buffer.alloc(32, 7) }],
      forgetSecretsOf: ['k0'],
      logLevel: 'debug',
    })
  })

  test('takes an empty value as unset', () => {
    const empty = Object.fromEntries(Object.keys(variables).map(name => [name, ' ']))
    expect(readConfig(empty)).toEqual(readConfig({}))
  })

  test.each([
    ['DATABASE_URL', 'postgres://u:p@h1:5432,h2:5432/baton'],
    ['DATABASE_URL', 'postgresql:///baton?host=/run/postgresql'],
    ['BATON_SMTP_LISTEN', '0.0.0.0:25'],
    ['BATON_SMTP_LISTEN', 'mail.example:2525'],
    ['BATON_SMTP_URL', 'smtp://127.0.0.1:1025'],
    ['BATON_PUBLIC_URL', 'http://localhost:4000'],
    ['BATON_TIMEZONE', 'UTC'],
    ['PORT', '65535'],
  ])('takes %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([])
  })

  test.each([
    ['PORT', '65536', 'PORT must be a port, 0 to 65535, not "65536".'],
    ['PORT', '80 80', 'PORT must be a port, 0 to 65535, not "80 80".'],
    ['PORT', '-1', 'PORT must be a port, 0 to 65535, not "-1".'],
    ['PORT', '4e3', 'PORT must be a port, 0 to 65535, not "4e3".'],
    ['HOST', 'my host', 'HOST must be a host name or address, not "my host".'],
    ['BATON_TIMEZONE', 'Beijing', 'BATON_TIMEZONE must be a time zone such as Asia/Shanghai, not "Beijing".'],
    ['BATON_LOCALE', 'zh', 'BATON_LOCALE must be zh-CN or en, not "zh".'],
    ['LOG_LEVEL', 'INFO', 'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent, not "INFO".'],
    ['BATON_ROLE', 'both', 'BATON_ROLE must be all, web or worker, not "both".'],
    [
      'BATON_SMTP_LISTEN',
      '2525',
      'BATON_SMTP_LISTEN must be host:port, such as 127.0.0.1:2525 or [::1]:2525, not "2525".',
    ],
    [
      'BATON_SMTP_LISTEN',
      'a:99999',
      'BATON_SMTP_LISTEN must be host:port, such as 127.0.0.1:2525 or [::1]:2525, not "a:99999".',
    ],
    [
      'BATON_PUBLIC_URL',
      'desk.example',
      'BATON_PUBLIC_URL must be an http:// or https:// address without ? and #, not "desk.example".',
    ],
    [
      'BATON_PUBLIC_URL',
      'https://a.example/?b',
      'BATON_PUBLIC_URL must be an http:// or https:// address without ? and #, not "https://a.example/?b".',
    ],
    [
      'BATON_OUTGOING_ALLOW',
      '10.0.0.0/8, intranet',
      'BATON_OUTGOING_ALLOW must be networks such as 10.1.2.0/24 or ::1, separated by commas, not "10.0.0.0/8, intranet".',
    ],
    [
      'BATON_SECRET_KEY',
      'hidden',
      'BATON_SECRET_KEY must be keys as id:key separated by commas, each key 32 bytes in base64, each id once.',
    ],
    ['BATON_SMTP_URL', 'http://u:hidden@relay', 'BATON_SMTP_URL must be an smtp:// or smtps:// address with a host.'],
    [
      'DATABASE_URL',
      'mysql://u:hidden@db/baton',
      'DATABASE_URL must be a postgresql://user:password@host:port/database address.',
    ],
    [
      'DATABASE_URL',
      'postgresql://u:hidden@db',
      'DATABASE_URL must be a postgresql://user:password@host:port/database address.',
    ],
  ])('refuses %s=%s', (name, value, said) => {
    expect(problemsOf({ [name]: value })).toEqual([said])
  })

  test.each([
    [{ BATON_ADMIN_LOGIN: 'admin' }, 'BATON_ADMIN_LOGIN needs BATON_ADMIN_PASSWORD beside it.'],
    [{ BATON_ADMIN_PASSWORD: 'Fresh-Clone-1' }, 'BATON_ADMIN_PASSWORD needs BATON_ADMIN_LOGIN beside it.'],
    [
      { BATON_ROLE: 'web' },
      'BATON_ROLE=web needs DATABASE_URL: the embedded database serves one process, which does all.',
    ],
  ])('refuses %o', (env, said) => {
    expect(problemsOf(env)).toEqual([said])
  })

  test('says everything at once, and no secret', () => {
    const env = { PORT: 'x', BATON_ADMIN_LOGIN: 'admin', BATON_ADMIN_PASSWORD: 'hidden', DATABASE_URL: 'db:hidden' }
    expect(() => readConfig(env)).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*BATON_ADMIN_PASSWORD must be at least 8/)
    expect(problemsOf(env)).toHaveLength(3)
    expect(problemsOf(env).join()).not.toContain('hidden')
  })

  test.each([
    ['BATON_PORT', 'Did you mean PORT?'],
    ['BATON_TIME_ZONE', 'Did you mean BATON_TIMEZONE?'],
    ['baton_data', 'Did you mean BATON_DATA?'],
    ['BATON_SMTP_LISTENER', 'Did you mean BATON_SMTP_LISTEN?'],
    ['BATON_ADMIN_PASSWD', 'Did you mean BATON_ADMIN_PASSWORD?'],
    ['BATON_FAVOURITE_COLOUR', `Known are ${Object.keys(variables).join(', ')}.`],
  ])('asks about %s', (name, said) => {
    expect(problemsOf({ [name]: 'x' })).toEqual([`${name} is not a variable of Baton. ${said}`])
  })
})
