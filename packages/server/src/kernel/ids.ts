import { v7 } from 'uuid'

/** A time-ordered UUID (v7): made by the server or the client, so no round trip is needed to know it. */
export const newId = (): string => v7()

/** The topic of events about the desk itself: people, roles, settings. Their order and audit is one stream. */
export const deskTopic = '00000000-0000-0000-0000-000000000000'

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const isId = (value: string): boolean => pattern.test(value)
