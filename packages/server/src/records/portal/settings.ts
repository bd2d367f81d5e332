import type { SurveyMoment } from '@baton/contract'
import { type Cached, cached } from '../../kernel/configuration.ts'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import type { Present } from '../../kernel/kinds.ts'
import { conflict } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { changesOf, done, put, type Row, reconfigure, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { addressOf } from './links.ts'

declare module '../../kernel/db.ts' {
  interface Tables {
    portal_settings: {
      single: boolean
      survey_moment: SurveyMoment
      bad_score: number
      survey_days: number
      follow_enabled: boolean
      link_days: number
      version: number
    }
  }
}

export interface PortalSettings {
  surveyMoment: SurveyMoment
  /** Scores up to this one have the ticket followed up; 0 when none has. */
  badScore: number
  surveyDays: number
  followEnabled: boolean
  linkDays: number
  version: number
}

/** How the customers' side is arranged: one row. */
export const portalSettings: Cached<PortalSettings> = cached('portalSettings', async db => {
  const row = await db.selectFrom('portal_settings').selectAll().executeTakeFirstOrThrow()
  return {
    surveyMoment: row.survey_moment,
    badScore: row.bad_score,
    surveyDays: row.survey_days,
    followEnabled: row.follow_enabled,
    linkDays: row.link_days,
    version: row.version,
  }
})

const columns: Record<string, string> = {
  surveyMoment: 'survey_moment',
  badScore: 'bad_score',
  surveyDays: 'survey_days',
  followEnabled: 'follow_enabled',
  linkDays: 'link_days',
}
const sameNames = Object.fromEntries(Object.keys(columns).map(name => [name, name]))

export const configurePortal = verb('portalSettings.update', {
  subjects: () => oneAtATime,
  decide(_scene, { version, ...input }, call) {
    const before = call.of(portalSettings)
    if (version !== undefined && version !== before.version) throw conflict(before.version)
    const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const changes = changesOf(before as unknown as Row, said, sameNames)
    if (changes.length === 0) return done(deskTopic, [])
    const row = Object.fromEntries(changes.map(({ field, to }) => [columns[field] ?? field, to]))
    return done(deskTopic, [
      put('portal_settings', ['single'], { single: true, ...row, version: before.version + 1 }),
      tell('portalSettings.updated', deskTopic, deskTopic, { changes }),
      reconfigure,
    ])
  },
})

/** There is one, whatever the id. */
export const presentPortalSettings: Present = async ({ caller, picture, config }, ids) =>
  ids.map(id => ({
    id,
    ...picture.of(portalSettings),
    address: addressOf(config),
    allowed: caller.grants.may('portalSettings.update') ? ['portalSettings.update'] : [],
  }))

export const getPortalSettings = read('portalSettings.get', async reading => {
  const [record] = await presentPortalSettings(reading, [deskTopic])
  return record ?? {}
})
