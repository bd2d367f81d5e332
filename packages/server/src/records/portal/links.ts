import type { Config } from '../../config.ts'

/** What a token in a customer's hands is good for: to follow one ticket and act on it, or to answer one survey. */
export const followPurpose = 'follow'
export const surveyPurpose = 'survey'

/** Where customers find us, without a slash at the end. */
export const addressOf = ({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string =>
  publicUrl ?? `http://localhost:${port}`

export const followPath = '/follow/'
export const ratePath = '/rate/'
