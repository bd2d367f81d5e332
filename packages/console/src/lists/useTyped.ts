import { useEffect, useState } from 'react'

/** A text that follows the typing after a short rest, for questions that the server answers. */
export function useTyped(text: string, rest = 200): string {
  const [typed, set] = useState(text)
  useEffect(() => {
    if (!text) return set('')
    const timer = setTimeout(() => set(text), rest)
    return () => clearTimeout(timer)
  }, [text, rest])
  return typed
}
