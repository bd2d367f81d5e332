import { readSecrets, readSettings, smsForms } from '@baton/contract'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { invalid } from '../../kernel/problems.ts'
import { secretChanges, secretNames } from '../../kernel/secrets/index.ts'
import {
  type Change,
  changesOf,
  done,
  type Row,
  reconfigure,
  refuse,
  type Step,
  set,
  tell,
} from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { smsAccounts } from './accounts.ts'
import { handOver, presentDefault } from './default.ts'
import { readTemplates } from './templates.ts'

interface Prepared {
  secrets: Step[]
  told: Change[]
  usual: string | undefined
}

export const updateSmsAccount = verb<'smsAccount.update', Prepared>('smsAccount.update', {
  async prepare(preparing, { smsAccountId, secrets: said }) {
    const { db, picture, secrets } = preparing
    const usual = presentDefault(preparing)
    const account = picture.of(smsAccounts).byId(smsAccountId)
    if (!account || !said) return { secrets: [], told: [], usual }
    const kept = await secretNames(db, smsAccountId)
    const { texts, problems } = readSecrets(smsForms[account.provider], said, kept)
    if (problems.length > 0) throw invalid(problems)
    return { secrets: await secrets.keep(smsAccountId, texts), told: secretChanges(texts, kept), usual }
  },
  subjects: ({ smsAccountId, isDefault }, { usual }) => ({
    ...oneAtATime,
    smsAccount: isDefault && usual ? [smsAccountId, usual] : [smsAccountId],
  }),
  decide(scene, input) {
    const id = input.smsAccountId
    const row = scene.rows('smsAccount').find(locked => locked.id === id) ?? scene.one('smsAccount')
    if (row.archived_at) return refuse('smsAccount.archived')
    const { settings, problems } = readSettings(smsForms[row.provider], input.settings ?? {}, row.settings)
    const { templates, problems: ofTemplates } = readTemplates(input.templates ?? {}, row.templates)
    if (problems.length + ofTemplates.length > 0) return { refusal: invalid([...problems, ...ofTemplates]) }
    const patch = { name: input.name ?? row.name, is_default: input.isDefault ?? row.is_default, settings, templates }
    const before = { name: row.name, isDefault: row.is_default, ...row.settings, templates: wordsOf(row.templates) }
    const after = { name: patch.name, isDefault: patch.is_default, ...settings, templates: wordsOf(templates) }
    const changes = [...differences(before, after), ...scene.prepared.told]
    if (changes.length === 0) return done(id, [])
    return done(id, [
      ...(input.isDefault ? handOver(scene.rows('smsAccount'), id) : []),
      set('sms_accounts', id, patch),
      ...scene.prepared.secrets,
      reconfigure,
      tell('smsAccount.updated', deskTopic, id, { name: row.name, changes }),
    ])
  },
})

const wordsOf = (templates: Readonly<Record<string, string>>): string =>
  Object.entries(templates)
    .map(([key, value]) => `${key} ${value}`)
    .sort()
    .join(', ')

function differences(before: Row, after: Row): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const whole = Object.fromEntries(keys.map(key => [key, after[key] ?? null]))
  return changesOf(before, whole, Object.fromEntries(keys.map(key => [key, key])))
}
