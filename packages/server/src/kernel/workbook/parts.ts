import { attribute } from './escape.ts'

/** The fixed parts of a workbook (ECMA-376), as small as Excel, WPS and LibreOffice take them. */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const form = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

export const contentTypes = (sheets: number): string =>
  `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${form}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${form}.styles+xml"/>${numbered(
    sheets,
  )
    .map(n => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${form}.worksheet+xml"/>`)
    .join('')}</Types>`

export const relations = `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const workbook = (names: readonly string[]): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
    .map((name, index) => `<sheet name="${attribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets></workbook>`

export const workbookRelations = (sheets: number): string =>
  `${head}<Relationships xmlns="${packages}/relationships">${numbered(sheets)
    .map(n => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join('')}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`

/** The cell styles by their place in `cellXfs`. `quoted` keeps text that begins like a formula text when it is edited. */
export const styleOf = {
  plain: 0,
  head: 1,
  text: 2,
  quoted: 3,
  count: 4,
  number: 5,
  share: 6,
  duration: 7,
  date: 8,
  time: 9,
}

const format = (id: number, code: string) => `<numFmt numFmtId="${id}" formatCode="${attribute(code)}"/>`
const xf = (numFmt: number, more = '') =>
  `<xf numFmtId="${numFmt}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}`

export const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="5">${format(164, 'yyyy-mm-dd')}${format(165, 'yyyy-mm-dd hh:mm:ss')}${format(166, '[h]:mm:ss')}${format(167, '0.0%')}${format(168, '0.00')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Microsoft YaHei"/></font><font><b/><sz val="11"/><name val="Microsoft YaHei"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F3F5"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="10">${xf(0, '/>')}<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>${xf(49, '/>')}${xf(49, ' quotePrefix="1"/>')}${xf(3, '/>')}${xf(168, '/>')}${xf(167, '/>')}${xf(166, '/>')}${xf(164, '/>')}${xf(165, '/>')}</cellXfs></styleSheet>`

export const sheetHead = (widths: readonly number[]): string =>
  `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`

/** Lists that are written out in a sheet may have so many characters, and no comma within a word. */
const longestList = 255

/** The end of a sheet, with the lists that its cells are chosen from. */
export function sheetEnd(columns: readonly { oneOf?: readonly string[] }[]): string {
  const lists = columns.flatMap(({ oneOf = [] }, at) => {
    const list = oneOf.join(',')
    if (oneOf.length === 0 || list.length > longestList || oneOf.some(word => /[,"\n]/.test(word))) return []
    const letters = lettersOf(at)
    return [
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" sqref="${letters}2:${letters}1048576"><formula1>${attribute(`"${list}"`)}</formula1></dataValidation>`,
    ]
  })
  const validations =
    lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : ''
  return `</sheetData>${validations}</worksheet>`
}

/** A … Z, AA … */
const lettersOf = (at: number): string =>
  (at >= 26 ? lettersOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
