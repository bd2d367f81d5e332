import { variables } from '../../config.ts'

/** Every environment variable, from `config.ts`. */
export function configurationPage(): string {
  const rows = Object.entries<{ meaning: string; standard?: string }>(variables).map(
    ([name, { meaning, standard }]) => `| \`${name}\` | ${standard ? `\`${standard}\`` : '–'} | ${meaning} |`,
  )
  return `# Configuration

Made from \`packages/server/src/config.ts\` by \`npm run generate\`. All are optional, and all are checked at start.

| variable | default | meaning |
| --- | --- | --- |
${rows.join('\n')}
`
}
