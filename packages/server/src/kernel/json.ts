import { Problem } from './problems.ts'
import type { Row } from './steps.ts'

const mostDepth = 64

/**
 * Reads a JSON object that comes from outside. Throws a 400 for what is none, and for what two readers might read in two
 * ways or stumble over: bytes that are not UTF-8, a property that stands twice, `__proto__`, nesting without end.
 */
export function readJson(bytes: Uint8Array): Row {
  const text = decoded(bytes)
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Problem(400, 'malformed')
  return value as Row
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem(400, 'malformed.encoding')
  }
}

/** Inspected first: what is nested without end takes the parser seconds. */
function parsed(text: string): unknown {
  try {
    inspect(text)
    return JSON.parse(text)
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(400, 'malformed')
  }
}

interface Level {
  /** The properties so far; none in an array. */
  names: Set<string> | undefined
  /** The property that it is the value of. */
  at: string
}

/** Goes over the text one character at a time and without recursion; whether it is JSON at all is for the parser to say. */
function inspect(text: string): void {
  const levels: Level[] = []
  let name = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '{' || character === '[') {
      levels.push({ names: character === '{' ? new Set() : undefined, at: name })
      if (levels.length > mostDepth) throw new Problem(400, 'malformed.depth', { most: mostDepth })
    } else if (character === '}' || character === ']') {
      levels.pop()
    } else if (character === '"') {
      const end = endOfString(text, at)
      if (isName(text, end)) {
        name = JSON.parse(text.slice(at, end + 1)) as string
        see(name, levels.at(-1))
      }
      at = end
    }
  }
}

function see(name: string, level: Level | undefined): void {
  if (name === '__proto__' || (name === 'prototype' && level?.at === 'constructor'))
    throw new Problem(400, 'malformed.name', { name })
  if (level?.names?.has(name)) throw new Problem(400, 'malformed.twice', { name: name.slice(0, 80) })
  level?.names?.add(name)
}

/** The quotation mark that ends the string beginning at `from`; the end of the text when there is none. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text[end - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return end
  }
  return text.length
}

function isName(text: string, end: number): boolean {
  let next = end + 1
  while (text[next] === ' ' || text[next] === '\n' || text[next] === '\t' || text[next] === '\r') next += 1
  return text[next] === ':'
}
