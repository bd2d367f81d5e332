/** With a capital where a word of a sentence stands alone; Chinese stays as it is. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
