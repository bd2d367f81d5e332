import type { Caller } from '../../kernel/caller.ts'

/** Whose a file is until it is attached: a person's or a key's; of somebody outside, that one sitting at the form. */
export const uploaderOf = ({ actor, sessionId }: Caller): string | null => actor.id ?? sessionId
