import { readSecrets, readSettings, smsForms } from '@baton/contract'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { invalid } from '../../kernel/problems.ts'
import { add, done, reconfigure, type Step, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { smsAccounts } from './accounts.ts'
import { handOver, presentDefault } from './default.ts'
import { readTemplates } from './templates.ts'

interface Prepared {
  id: string
  settings: Record<string, string>
  templates: Record<string, string>
  secrets: Step[]
  usual: string | undefined
}

/** The first account is the default by itself. */
export const createSmsAccount = verb<'smsAccount.create', Prepared>('smsAccount.create', {
  async prepare(preparing, input) {
    const form = smsForms[input.provider]
    const { settings, problems } = readSettings(form, input.settings)
    const { texts, problems: ofSecrets } = readSecrets(form, input.secrets ?? {})
    const { templates, problems: ofTemplates } = readTemplates(input.templates)
    const wrong = [...problems, ...ofSecrets, ...ofTemplates]
    if (wrong.length > 0) throw invalid(wrong)
    const id = newId()
    const secrets = await preparing.secrets.keep(id, texts)
    return { id, settings, templates, secrets, usual: presentDefault(preparing) }
  },
  subjects: ({ isDefault }, { usual }) => ({ ...oneAtATime, ...(isDefault && usual && { smsAccount: [usual] }) }),
  decide(scene, { provider, name, isDefault }, call) {
    const { id, settings, templates, secrets } = scene.prepared
    const isFirst = call.of(smsAccounts).default === undefined
    return done(id, [
      ...(isDefault ? handOver(scene.rows('smsAccount'), id) : []),
      add('sms_accounts', {
        id,
        provider,
        name,
        is_default: isDefault || isFirst,
        settings,
        templates,
        created_at: call.now,
      }),
      ...secrets,
      reconfigure,
      tell('smsAccount.created', deskTopic, id, { name }),
    ])
  },
})
