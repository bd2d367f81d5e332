/** The keys that one language has and another lacks, of any depth; `words` are the texts by language. */
export function missingWords(words: Readonly<Record<string, unknown>>): string[] {
  const keys = new Map(Object.entries(words).map(([language, texts]) => [language, new Set(keysOf(texts))]))
  const all = new Set([...keys.values()].flatMap(set => [...set]))
  return [...keys].flatMap(([language, own]) =>
    [...all].filter(key => !own.has(key)).map(key => `${language} lacks the words for ${key}`),
  )
}

/** An empty text counts as missing. */
function keysOf(texts: unknown, path = ''): string[] {
  if (typeof texts !== 'object' || texts === null) return texts === '' ? [] : [path]
  return Object.entries(texts).flatMap(([key, value]) => keysOf(value, path ? `${path} · ${key}` : key))
}

/** A locale file exports its texts once, under whatever name. */
export function textsOf(module: Readonly<Record<string, unknown>>): unknown {
  return Object.values(module).find(value => typeof value === 'object' && value !== null) ?? {}
}
