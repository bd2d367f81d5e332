import type { FieldOption } from '@baton/contract'

const tones = { grey: 'plain', blue: 'blue', green: 'accent', orange: 'orange', red: 'red' } as const

/** How an option's chip is coloured. */
export const toneOf = (colour: FieldOption['colour']): (typeof tones)[keyof typeof tones] => tones[colour ?? 'grey']
