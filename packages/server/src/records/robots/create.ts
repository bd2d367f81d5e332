import { readSecrets, readSettings, robotForms } from '@baton/contract'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { invalid } from '../../kernel/problems.ts'
import { add, done, reconfigure, type Step, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { unknownDepartment } from './departments.ts'
import { webhookProblem } from './webhook.ts'

interface Prepared {
  id: string
  settings: Record<string, string>
  secrets: Step[]
}

export const createRobot = verb<'robot.create', Prepared>('robot.create', {
  async prepare({ secrets, caller }, input) {
    const form = robotForms[input.kind]
    const { settings, problems } = readSettings(form, input.settings)
    const { texts, problems: ofSecrets } = readSecrets(form, input.secrets)
    const wrong = [...problems, ...ofSecrets, ...webhookProblem(input.kind, texts.webhook, caller.locale)]
    if (wrong.length > 0) throw invalid(wrong)
    const id = newId()
    return { id, settings, secrets: await secrets.keep(id, texts) }
  },
  decide({ prepared: { id, settings, secrets } }, { kind, name, says, departmentIds }, call) {
    const wrong = unknownDepartment(departmentIds, call)
    if (wrong) return wrong
    return done(id, [
      add('robots', { id, kind, name, settings, says, department_ids: departmentIds, created_at: call.now }),
      ...secrets,
      reconfigure,
      tell('robot.created', deskTopic, id, { name }),
    ])
  },
})
