import { bytesOf, type Network, readNetwork, within, withoutMapping } from './networks.ts'

/**
 * Whether we may connect to this address: to the open Internet always, to anything nearer (ourselves, the company's own
 * network, the cloud's metadata) only where the operator says so. Otherwise whoever may write an address into a form
 * could make the desk knock at doors that only the desk can reach.
 */
export function mayReach(address: string, allowed: readonly Network[]): boolean {
  const written = bytesOf(address)
  if (!written) return false
  const bytes = withoutMapping(written)
  return allowed.some(network => within(bytes, network)) || isOpen(bytes)
}

/** Whether the operator has named it: such a host may be called without encryption too. */
export function isNamed(address: string, allowed: readonly Network[]): boolean {
  const written = bytesOf(address)
  return written !== undefined && allowed.some(network => within(withoutMapping(written), network))
}

function isOpen(bytes: readonly number[]): boolean {
  if (bytes.length === 4) return !closed4.some(network => within(bytes, network))
  // Behind NAT64 and 6to4 stands an IPv4 address.
  if (within(bytes, nat64)) return isOpen(bytes.slice(12))
  if (within(bytes, sixToFour)) return isOpen(bytes.slice(2, 6))
  return within(bytes, unicast) && !closed6.some(network => within(bytes, network))
}

const network = (text: string): Network => {
  const read = readNetwork(text)
  if (!read) throw new Error(`${text} is no network`)
  return read
}

const closed4 = [
  '0.0.0.0/8', // this host
  '10.0.0.0/8', // private
  '100.64.0.0/10', // shared by carriers; Alibaba's metadata
  '127.0.0.0/8', // loopback
  '168.63.129.16', // Azure's own door to its machines
  '169.254.0.0/16', // link-local; most clouds' metadata
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
].map(network)

const nat64 = network('64:ff9b::/96')
const sixToFour = network('2002::/16')
/** All that is given out for the open Internet; loopback, private, link-local and multicast lie outside. */
const unicast = network('2000::/3')
const closed6 = [
  '2001::/23', // protocol assignments: Teredo, benchmarks, ORCHID
  '2001:db8::/32', // documentation
  '3fff::/20', // documentation
].map(network)
