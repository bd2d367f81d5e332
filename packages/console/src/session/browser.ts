/** Enough to tell one's machines apart: Chrome · Windows. */
export function browserOf(agent: string | undefined): string | undefined {
  if (!agent) return undefined
  const browser = [/Edg\//, /MicroMessenger/, /Firefox\//, /Chrome\//, /Safari\//].findIndex(form => form.test(agent))
  const system = [/iPhone|iPad/, /Android/, /Windows/, /Mac OS/, /Linux/].findIndex(form => form.test(agent))
  const names = [
    ['Edge', '微信', 'Firefox', 'Chrome', 'Safari'][browser],
    ['iOS', 'Android', 'Windows', 'macOS', 'Linux'][system],
  ]
  return names.filter(Boolean).join(' · ') || agent.slice(0, 60)
}
