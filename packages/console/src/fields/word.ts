/** What somebody at the desk called something, in the reader's language where it has a name there. */
export const wordOf = (
  { name, nameEn }: { name: string; nameEn?: string | null | undefined },
  language: string,
): string => (language.startsWith('zh') ? name : (nameEn ?? name))
