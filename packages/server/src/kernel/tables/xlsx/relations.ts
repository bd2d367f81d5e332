import { type Attributes, heard } from './xml.ts'

/** What a part refers to. `kind` is the last word of the type, which strict and other workbooks have in common. */
export interface Relation {
  id: string | undefined
  kind: string
  /** The name of the part in the zip. */
  part: string
}

export async function readRelations(bytes: AsyncIterable<Buffer>, from: string): Promise<Relation[]> {
  const relations: Relation[] = []
  await heard(bytes, {
    open(name: string, { Id, Type = '', Target, TargetMode }: Attributes) {
      if (name !== 'Relationship' || Target === undefined || TargetMode === 'External') return
      relations.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), part: partAt(Target, from) })
    },
    close() {},
    text() {},
  })
  return relations
}

/** `worksheets/sheet1.xml` as seen from `xl/workbook.xml`, or `/xl/worksheets/sheet1.xml`: a name without a slash first. */
export function partAt(target: string, from: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return unescaped(steps.join('/'))
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
