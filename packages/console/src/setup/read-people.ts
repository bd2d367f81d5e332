/** A person as a line of the list says; ids once they are found. */
export interface Line {
  /** From 1, as editors count. */
  line: number
  employeeNo: string
  name: string
  departmentId: string | null
  roleId: string | null
  wrong?: { code: Wrong; value: string }
}

export type Wrong = 'employeeNo' | 'name' | 'taken' | 'twice' | 'department' | 'role'

export interface Known {
  departments: readonly { id: string; name: string; path: string }[]
  roles: readonly { id: string; key: string | null; name: string }[]
  /** Employee numbers in use, in small letters. */
  taken: ReadonlySet<string>
  defaultDepartmentId: string | null
}

/**
 * Reads what was pasted, one person a line: number, name, department, role. Columns of a spreadsheet are separated by
 * tabs; by hand one uses commas or spaces. A first line of headings is passed over.
 */
export function readPeople(text: string, known: Known): Line[] {
  const seen = new Set<string>()
  return text.split(/\r?\n/).flatMap((said, at): Line[] => {
    const cells = cellsOf(said.normalize('NFKC'))
    if (cells.every(cell => cell === '') || (at === 0 && isHeading(cells))) return []
    const [employeeNo = '', name = '', department = '', role = ''] = cells
    const folded = employeeNo.toLowerCase()
    const found = {
      department: department ? departmentNamed(department, known) : (known.defaultDepartmentId ?? null),
      role: roleNamed(role || 'agent', known),
    }
    const wrong = wrongOf({ employeeNo, name, department, role }, found, known, seen.has(folded))
    seen.add(folded)
    return [
      {
        line: at + 1,
        employeeNo,
        name,
        departmentId: found.department ?? null,
        roleId: found.role ?? null,
        ...(wrong && { wrong }),
      },
    ]
  })
}

const cellsOf = (said: string): string[] =>
  (said.includes('\t') ? said.split('\t') : /[,;、]/.test(said) ? said.split(/[,;、]/) : said.trim().split(/\s+/)).map(
    cell => cell.trim(),
  )

const isHeading = ([first = '']: string[]): boolean => /^(工号|员工编号|employee\s*no\.?|number)$/i.test(first)

type Said = Record<'employeeNo' | 'name' | 'department' | 'role', string>

function wrongOf(
  said: Said,
  found: { department: string | null | undefined; role: string | undefined },
  { taken }: Known,
  twice: boolean,
): Line['wrong'] {
  const { employeeNo, name, department, role } = said
  if (!/^[A-Za-z0-9._-]{2,40}$/.test(employeeNo)) return { code: 'employeeNo', value: employeeNo }
  if (taken.has(employeeNo.toLowerCase())) return { code: 'taken', value: employeeNo }
  if (twice) return { code: 'twice', value: employeeNo }
  if (!name) return { code: 'name', value: '' }
  if (found.department === undefined) return { code: 'department', value: department }
  if (found.role === undefined) return { code: 'role', value: role }
  return undefined
}

function departmentNamed(said: string, { departments }: Known): string | undefined {
  const bare = (text: string) => text.replace(/\s*[/／]\s*/g, '/').toLowerCase()
  const named = departments.filter(({ name, path }) => bare(name) === bare(said) || bare(path) === bare(said))
  return named.length === 1 ? named[0]?.id : undefined
}

/** By name, or by what people call the roles that every desk has. */
function roleNamed(said: string, { roles }: Known): string | undefined {
  const folded = said.toLowerCase()
  const key = Object.entries(callings).find(([, words]) => words.includes(folded))?.[0]
  return (
    roles.find(({ name }) => name.toLowerCase() === folded) ?? roles.find(role => role.key !== null && role.key === key)
  )?.id
}

const callings: Record<string, readonly string[]> = {
  administrator: ['administrator', 'admin', '管理员', '系统管理员'],
  supervisor: ['supervisor', 'manager', '主管', '客服主管', '组长', '经理'],
  agent: ['agent', '坐席', '座席', '客服', '客服坐席', '客服专员'],
  handler: ['handler', '处理人', '处理人员', '部门处理人员', '业务人员'],
  reviewer: ['reviewer', '审核员', '回访员', '回访', '质检'],
}
