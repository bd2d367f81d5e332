import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import { add, done, reconfigure, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { problemsOf } from './check.ts'
import { definitions, type OwnFields } from './definitions.ts'

/** At once everywhere: in forms, conditions, views, searches, files. */
export const createField = verb('field.create', {
  subjects: () => oneAtATime,
  decide(_scene, input, call) {
    const { of, name, nameEn, help, spec, unique, indexed, reported } = input
    const own = call.of(definitions).of(of)
    const key = input.key ?? freeKey(own)
    const wanted = { of, key, name, spec, default: input.default ?? null, unique, indexed, reported }
    const problems = problemsOf(wanted, own)
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    const id = newId()
    return done(id, [
      add('fields', {
        id,
        owner: of,
        key,
        name,
        name_en: nameEn ?? null,
        help: help ?? null,
        spec,
        usual: wanted.default,
        is_unique: unique,
        indexed,
        reported,
        position: Math.max(0, ...own.all.map(({ position }) => position)) + 1,
        created_at: call.now,
      }),
      reconfigure,
      tell('field.created', deskTopic, id, { name, of }),
    ])
  },
})

/** The first of f1, f2 … that no field has ever had. */
function freeKey(own: OwnFields): string {
  for (let n = own.all.length + 1; ; n++) if (!own.byKey(`f${n}`)) return `f${n}`
}
