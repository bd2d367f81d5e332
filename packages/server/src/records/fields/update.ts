import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { ordered } from '../../kernel/ordered.ts'
import { Problem } from '../../kernel/problems.ts'
import { changesOf, done, type Row, reconfigure, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { changeProblems, problemsOf } from './check.ts'
import { definitions } from './definitions.ts'

const names = {
  name: 'name',
  name_en: 'nameEn',
  help: 'help',
  spec: 'spec',
  usual: 'default',
  is_unique: 'unique',
  indexed: 'indexed',
  reported: 'reported',
  position: 'position',
}

/** A changed order numbers all of the kind anew, so all of them are locked. */
export const updateField = verb<'field.update', readonly string[]>('field.update', {
  async prepare({ picture }, { fieldId, position }) {
    const { byId, of } = picture.of(definitions)
    const field = byId(fieldId)
    return field && position !== undefined ? of(field.of).all.map(({ id }) => id) : [fieldId]
  },
  subjects: ({ fieldId }, others) => ({ ...oneAtATime, field: [...new Set([fieldId, ...others])] }),
  decide(scene, input, call) {
    const row = scene.rows('field').find(({ id }) => id === input.fieldId)
    if (!row) throw new Error('the field is locked')
    const patch = {
      ...(input.name !== undefined && { name: input.name }),
      ...(input.nameEn !== undefined && { name_en: input.nameEn }),
      ...(input.help !== undefined && { help: input.help }),
      ...(input.spec && { spec: input.spec }),
      ...(input.default !== undefined && { usual: input.default }),
      ...(input.unique === false && { is_unique: false }),
      ...(input.indexed !== undefined && { indexed: input.indexed }),
      ...(input.reported !== undefined && { reported: input.reported }),
    }
    const after = { ...row, ...patch }
    const wanted = {
      id: row.id,
      of: row.owner,
      key: row.key,
      name: after.name,
      spec: after.spec,
      default: after.usual,
      unique: after.is_unique,
      indexed: after.indexed,
      reported: after.reported,
    }
    const problems = [
      ...changeProblems(row.spec, after.spec),
      ...problemsOf(wanted, call.of(definitions).of(row.owner)),
    ]
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    const order = input.position === undefined ? [] : ordered(scene.rows('field'), row.id, input.position)
    const place = order.find(({ id }) => id === row.id)?.position ?? row.position
    const changes = changesOf(row as unknown as Row, { ...patch, position: place }, names)
    if (changes.length === 0) return done(row.id, [])
    return done(row.id, [
      set('fields', row.id, patch),
      ...order.map(({ id, position }) => set('fields', id, { position })),
      reconfigure,
      tell('field.updated', deskTopic, row.id, { name: row.name, of: row.owner, changes: changes.map(brief) }),
    ])
  },
})

const longestTold = 2000

/** A long list of options is told as having changed. */
const brief = ({ field, from, to }: { field: string; from: unknown; to: unknown }) =>
  JSON.stringify([from, to]).length <= longestTold ? { field, from, to } : { field, from: null, to: null }
