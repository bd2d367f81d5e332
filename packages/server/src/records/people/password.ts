import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/**
 * argon2id at 32 MiB and three passes: above OWASP's minimum (19 MiB, two passes), and 45 to 60 ms on the machine that
 * it was measured on, so that four guesses at once are what a core can do in a quarter of a second.
 */
const cost = { memoryCost: 32_768, timeCost: 3, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(sameAsTyped(password), cost)

export const isPassword = (hashed: string, password: string): Promise<boolean> => verify(hashed, sameAsTyped(password))

/** Nobody's: an unknown login is compared with it, so that the answer takes as long as for a known one. */
export const nobodysHash =
  '$argon2id$v=19$m=32768,t=3,p=1$3QEZaShW2CNBpj0XXLa10g$zPY88GjhlR/pjHUU5h7iDYXTNpt633xKiV3dKNIUFG8'

/** Full-width letters of an input method are the letters that were meant. */
const sameAsTyped = (password: string): string => password.normalize('NFKC')

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Readable over the telephone and typed once, `k7mq-x4tp-h9wd`: 59 bits, without letters that look like others. */
export function initialPassword(): string {
  const word = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${word()}-${word()}-${word()}`
}
