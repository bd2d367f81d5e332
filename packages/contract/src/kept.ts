import { z } from 'zod'
import { line } from './shapes.ts'

/** A verb that is kept to be done later: a rung of a ladder, a step of a macro. */
export const keptVerb = {
  verb: line(60),
  /** What the verb takes, but for what it is done to. */
  input: z.record(z.string().max(60), z.unknown()).default({}),
}
