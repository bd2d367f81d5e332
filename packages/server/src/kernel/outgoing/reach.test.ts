import { describe, expect, test } from 'vitest'
import { readNetwork } from './networks.ts'
import { isNamed, mayReach } from './reach.ts'

const networks = (...texts: string[]) =>
  texts.map(text => {
    const network = readNetwork(text)
    if (!network) throw new Error(text)
    return network
  })

describe('without permission only the open Internet is reached', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '47.94.0.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.1',
    '126.255.255.255',
    '128.0.0.1',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.255.255',
    '192.169.0.1',
    '198.17.255.255',
    '198.20.0.1',
    '223.255.255.255',
    '2400:3200::1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:81b::200e',
    '::ffff:8.8.8.8',
    '::ffff:808:808',
    '64:ff9b::808:808',
    '2002:808:808::1',
  ])('%s may be reached', address => {
    expect(mayReach(address, [])).toBe(true)
  })

  test.each([
    ['0.0.0.0', 'this host'],
    ['0.1.2.3', 'this network'],
    ['10.0.0.0', 'private'],
    ['10.255.255.255', 'private'],
    ['100.64.0.1', 'carrier'],
    ['100.100.100.200', 'Alibaba metadata'],
    ['100.127.255.255', 'carrier'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['168.63.129.16', 'Azure'],
    ['169.254.0.1', 'link-local'],
    ['169.254.169.254', 'metadata'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.0.0.8', 'protocol assignments'],
    ['192.0.2.1', 'documentation'],
    ['192.88.99.1', '6to4 relay'],
    ['192.168.1.1', 'private'],
    ['198.18.0.1', 'benchmark'],
    ['198.19.255.255', 'benchmark'],
    ['198.51.100.7', 'documentation'],
    ['203.0.113.7', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['239.255.255.255', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['0:0:0:0:0:0:0:1', 'loopback, in full'],
    ['::127.0.0.1', 'IPv4 compatible'],
    ['::ffff:127.0.0.1', 'IPv4 mapped'],
    ['::ffff:7f00:1', 'IPv4 mapped, in hex'],
    ['::FFFF:10.1.2.3', 'IPv4 mapped, in capitals'],
    ['0:0:0:0:0:ffff:a9fe:a9fe', 'metadata, mapped, in full'],
    ['::ffff:0:127.0.0.1', 'IPv4 translated'],
    ['64:ff9b::7f00:1', 'NAT64 of loopback'],
    ['64:ff9b::10.0.0.1', 'NAT64 of private'],
    ['64:ff9b:1::1', 'local NAT64'],
    ['100::1', 'discard'],
    ['2001::1', 'Teredo'],
    ['2001:2::1', 'benchmark'],
    ['2001:db8::1', 'documentation'],
    ['2002:7f00:1::1', '6to4 of loopback'],
    ['2002:c0a8:101::1', '6to4 of private'],
    ['3fff::1', 'documentation'],
    ['4000::1', 'given out to nobody'],
    ['fc00::1', 'unique local'],
    ['fd12:3456:789a::1', 'unique local'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['', 'nothing'],
    ['localhost', 'a name'],
    ['256.1.1.1', 'no address'],
    ['127.1', 'a short hand that only URLs resolve'],
    ['0x7f000001', 'a number'],
  ])('%s may not: %s', address => {
    expect(mayReach(address, [])).toBe(false)
  })
})

test.each([
  ['127.0.0.1', ['127.0.0.0/8'], true],
  ['::ffff:127.0.0.1', ['127.0.0.0/8'], true],
  ['127.0.0.1', ['127.0.0.1'], true],
  ['127.0.0.2', ['127.0.0.1'], false],
  ['10.1.2.3', ['10.1.2.0/24'], true],
  ['10.1.3.3', ['10.1.2.0/24'], false],
  ['10.1.2.129', ['10.1.2.128/25'], true],
  ['10.1.2.127', ['10.1.2.128/25'], false],
  ['::1', ['::1'], true],
  ['::1', ['127.0.0.0/8'], false],
  ['fd00::5', ['fd00::/8'], true],
  ['fe80::5%eth0', ['fe80::/10'], true],
  ['10.0.0.1', ['::ffff:10.0.0.0/104'], true],
  ['192.168.0.1', ['0.0.0.0/0'], true],
])('%s with %j allowed: %s', (address, allowed, expected) => {
  expect(mayReach(address, networks(...allowed))).toBe(expected)
  expect(isNamed(address, networks(...allowed))).toBe(expected)
})

test('what is open anyway is not named by it', () => {
  expect(isNamed('8.8.8.8', networks('10.0.0.0/8'))).toBe(false)
})

test.each(['', '10.0.0.0/33', '::1/129', '10.0.0/8', 'localhost', '10.0.0.1/', '10.0.0.1/x', '::ffff:10.0.0.0/90'])(
  '%j is no network',
  text => {
    expect(readNetwork(text)).toBeUndefined()
  },
)
