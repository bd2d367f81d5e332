import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits: nothing that could be guessed, so a plain hash keeps them safe where a password needs a slow one. */
export const sessionToken = (): string => randomBytes(32).toString('base64url')

/** Recognisable where it must not be: in a repository, in a log. */
export const keyPrefix = 'baton_'
export const keyToken = (): string => keyPrefix + sessionToken()

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
