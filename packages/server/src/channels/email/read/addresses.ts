import addressparser from 'nodemailer/lib/addressparser'
import { cleanLine } from './clean.ts'
import { decodeWords } from './words.ts'

export interface Address {
  /** Perhaps empty. */
  name: string
  /** In lower case. */
  address: string
}

const mostName = 100
const mostField = 50_000

/** The addresses of a header field, groups opened; what holds no address is left out. */
export function readAddresses(field: string, hint?: string): Address[] {
  const entries = addressparser(field.slice(0, mostField), { flatten: true })
  return entries.flatMap(entry => {
    const address = plainAddress(entry.address)
    return address ? [{ name: cleanLine(decodeWords(entry.name, hint), mostName), address }] : []
  })
}

/** An address as it is compared and answered; undefined when nobody could be reached by it. */
export function plainAddress(text: string | undefined): string | undefined {
  const address = text?.trim().replace(/^<|>$/g, '').toLowerCase() ?? ''
  return address.length <= 254 && pattern.test(address) && cleanLine(address, 254) === address ? address : undefined
}

// The contract's own rule, without the contract: the thread that reads mails loads little.
const pattern = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/
