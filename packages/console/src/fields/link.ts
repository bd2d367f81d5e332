/** Where another system shows what a reference names; undefined without a reference or an address. */
export function addressOf(template: string | undefined, value: string): string | undefined {
  const said = value.trim()
  return template && said ? template.replace('{value}', () => encodeURIComponent(said)) : undefined
}

/** A map that shows a place: one that people in China can open, and one for everybody else. */
export function mapOf(
  { longitude, latitude, name }: { longitude: number; latitude: number; name?: string | null },
  language: string,
): string {
  const said = encodeURIComponent(name ?? '')
  return language.startsWith('zh')
    ? `https://uri.amap.com/marker?position=${longitude},${latitude}&name=${said}&coordinate=wgs84`
    : `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
}
