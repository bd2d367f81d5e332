import type { ApiKeyRecord } from '../records.ts'

export const isExpired = ({ expiresAt }: ApiKeyRecord): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= Date.now()
