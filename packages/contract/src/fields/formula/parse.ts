/**
 * A formula's syntax, as spreadsheets have it: `price * quantity - discount`, `if(level = "vip", 0, freight)`,
 * `sum(items.amount)`. Names are keys of fields; of a table of rows a column with a point.
 */
export type Formula =
  | { is: 'number'; value: number }
  | { is: 'text'; value: string }
  | { is: 'boolean'; value: boolean }
  | { is: 'name'; name: string }
  | { is: 'call'; name: string; of: Formula[] }
  | { is: 'operation'; sign: Sign; left: Formula; right: Formula }
  | { is: 'negative'; of: Formula }

export type Sign = '+' | '-' | '*' | '/' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>='

export class FormulaProblem extends Error {
  readonly at: number

  constructor(at: number, message: string) {
    super(message)
    this.at = at
  }
}

interface Token {
  is: 'number' | 'text' | 'name' | 'sign' | 'end'
  text: string
  at: number
}

/** Throws a FormulaProblem that says where. Work is bounded by the text's length and the depth. */
export function parseFormula(text: string): Formula {
  return new Parser(tokensOf(text)).whole()
}

const form =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<text>"(?:[^"]|"")*")|(?<name>[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)?)|(?<sign><>|<=|>=|[-+*/&=<>(),]))/y

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  form.lastIndex = 0
  const whole = text.trimEnd()
  for (let at = 0; at < whole.length; ) {
    form.lastIndex = at
    const found = form.exec(whole)
    if (!found?.groups) throw new FormulaProblem(at, 'character')
    const [is = 'sign', said = ''] = Object.entries(found.groups).find(([, value]) => value !== undefined) ?? []
    tokens.push({ is: is as Token['is'], text: said, at: form.lastIndex - said.length })
    at = form.lastIndex
  }
  return [...tokens, { is: 'end', text: '', at: whole.length }]
}

/** Weaker signs first. */
const levels: readonly (readonly string[])[] = [['=', '<>', '<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/']]
const deepest = 50

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Formula {
    const formula = this.#level(0)
    if (this.#next.is !== 'end') throw new FormulaProblem(this.#next.at, 'end')
    return formula
  }

  get #next(): Token {
    return this.#tokens[this.#at] as Token
  }

  #take(sign: string): boolean {
    const { is, text } = this.#next
    if (is !== 'sign' || text !== sign) return false
    this.#at++
    return true
  }

  #level(level: number): Formula {
    const signs = levels[level]
    if (!signs) return this.#single()
    let left = this.#level(level + 1)
    for (let next = this.#next; next.is === 'sign' && signs.includes(next.text); next = this.#next) {
      this.#at++
      left = { is: 'operation', sign: next.text as Sign, left, right: this.#level(level + 1) }
    }
    return left
  }

  #single(): Formula {
    if (++this.#depth > deepest) throw new FormulaProblem(this.#next.at, 'depth')
    try {
      return this.#part()
    } finally {
      this.#depth--
    }
  }

  #part(): Formula {
    if (this.#take('-')) return { is: 'negative', of: this.#single() }
    if (this.#take('(')) {
      const inner = this.#level(0)
      if (!this.#take(')')) throw new FormulaProblem(this.#next.at, 'bracket')
      return inner
    }
    const { is, text, at } = this.#next
    if (is === 'end' || is === 'sign') throw new FormulaProblem(at, 'part')
    this.#at++
    if (is === 'number') return { is: 'number', value: Number(text) }
    if (is === 'text') return { is: 'text', value: text.slice(1, -1).replaceAll('""', '"') }
    if (this.#take('(')) return { is: 'call', name: text.toLowerCase(), of: this.#given() }
    if (text === 'true' || text === 'false') return { is: 'boolean', value: text === 'true' }
    return { is: 'name', name: text }
  }

  #given(): Formula[] {
    if (this.#take(')')) return []
    const given = [this.#level(0)]
    while (this.#take(',')) given.push(this.#level(0))
    if (!this.#take(')')) throw new FormulaProblem(this.#next.at, 'bracket')
    return given
  }
}
