/** A phone as people here read it: `139 0000 1001`, `021 5555 6666 转 801`; foreign ones as they are dialled. */
export function phoneText(phone: string, extension: string): string {
  const [number = '', inner] = phone.split(';ext=')
  const said = inChina(number) ?? number
  return inner ? `${said} ${extension} ${inner}` : said
}

function inChina(number: string): string | undefined {
  const mobile = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(number)
  if (mobile) return mobile.slice(1).join(' ')
  const land = /^\+86(10|2\d|[3-9]\d{2})(\d{3,4})(\d{4})$/.exec(number)
  return land ? `0${land[1]} ${land[2]} ${land[3]}` : undefined
}
