import type { PortalEntrance, PortalSaid, PortalTicket, PortalWelcome, Records } from '@baton/contract'
import { call, patiently, type UploadPlace } from '../api.ts'
import type { Language } from '../words.ts'

type SurveyRecord = Records['survey']

const path = (name: string) => `/api/public/portal${name}`
const asVisitor = (token: string) => ({ 'x-portal-token': token })

export const getWelcome = (language: Language): Promise<PortalWelcome> => patiently(() => call(path(''), language))

export const askForCode = (number: string, language: Language): Promise<{ minutes: number }> =>
  call(path('.code'), language, JSON.stringify({ number }))

export const enter = (number: string, code: string, language: Language): Promise<PortalEntrance> =>
  call(path('.enter'), language, JSON.stringify({ number, code }))

export const getTicket = (token: string, language: Language): Promise<PortalTicket> =>
  patiently(() => call(path('.ticket'), language, undefined, asVisitor(token)))

/** Sent again by itself when the line breaks: the key in it makes twice the same as once. */
export const say = (
  token: string,
  sent: { key: string; body: string; attachmentIds: string[] },
  language: Language,
): Promise<PortalSaid> => patiently(() => call(path('.say'), language, JSON.stringify(sent), asVisitor(token)))

export const object = (
  token: string,
  sent: { key: string; words: string },
  language: Language,
): Promise<PortalTicket> => patiently(() => call(path('.object'), language, JSON.stringify(sent), asVisitor(token)))

export const act = (token: string, what: 'urge' | 'confirm', language: Language): Promise<PortalTicket> =>
  call(path(`.${what}`), language, '{}', asVisitor(token))

export const getSurvey = (token: string, language: Language): Promise<SurveyRecord> =>
  patiently(() => call('/api/v1/survey.get', language, JSON.stringify({ token })))

export const answer = (
  sent: { token: string; score: number; comment?: string },
  language: Language,
): Promise<SurveyRecord> => patiently(() => call('/api/v1/survey.answer', language, JSON.stringify(sent)))

export const uploadPlace = (token: string): UploadPlace => ({ url: path('.upload'), headers: asVisitor(token) })
