import { readSecrets, readSettings, robotForms } from '@baton/contract'
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
import { unknownDepartment } from './departments.ts'
import { robots } from './robots.ts'
import { webhookProblem } from './webhook.ts'

interface Prepared {
  secrets: Step[]
  told: Change[]
}

export const updateRobot = verb<'robot.update', Prepared>('robot.update', {
  async prepare({ db, picture, secrets, caller }, { robotId, secrets: said }) {
    const robot = picture.of(robots).byId(robotId)
    if (!robot || !said) return { secrets: [], told: [] }
    const kept = await secretNames(db, robotId)
    const { texts, problems } = readSecrets(robotForms[robot.kind], said, kept)
    const wrong = [...problems, ...webhookProblem(robot.kind, texts.webhook, caller.locale)]
    if (wrong.length > 0) throw invalid(wrong)
    return { secrets: await secrets.keep(robotId, texts), told: secretChanges(texts, kept) }
  },
  subjects: ({ robotId }) => ({ robot: [robotId] }),
  decide(scene, input, call) {
    const row = scene.one('robot')
    if (row.archived_at) return refuse('robot.archived')
    const { settings, problems } = readSettings(robotForms[row.kind], input.settings ?? {}, row.settings)
    if (problems.length > 0) return { refusal: invalid(problems) }
    const wrong = unknownDepartment(input.departmentIds ?? [], call)
    if (wrong) return wrong
    const name = input.name ?? row.name
    const says = input.says ?? row.says
    const departmentIds = input.departmentIds ?? row.department_ids
    const changes = [
      ...changesOf({ name: row.name }, { name }, { name: 'name' }),
      ...changesOf(
        { says: row.says, departmentIds: row.department_ids },
        { says, departmentIds },
        { says: 'says', departmentIds: 'departmentIds' },
      ),
      ...changesOfSettings(row.settings, settings),
      ...scene.prepared.told,
    ]
    if (changes.length === 0) return done(row.id, [])
    return done(row.id, [
      set('robots', row.id, { name, settings, says, department_ids: departmentIds }),
      ...scene.prepared.secrets,
      reconfigure,
      tell('robot.updated', deskTopic, row.id, { name: row.name, changes }),
    ])
  },
})

function changesOfSettings(before: Row, after: Row): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const whole = Object.fromEntries(keys.map(key => [key, after[key] ?? null]))
  return changesOf(before, whole, Object.fromEntries(keys.map(key => [key, key])))
}
