import type { Same } from '../../words/rooms.ts'
import type { zhCN } from './zh-CN.ts'

export const en: Same<typeof zhCN> = {
  yes: 'yes',
  no: 'no',
  required: 'Please fill this in',
  input: { addOne: 'Add' },
  tree: { choose: 'Choose step by step, or type to find', self: 'Choose “{{name}}” itself' },
  link: { open: 'Open in a new tab' },
  phone: { call: 'Call {{number}} and register' },
  address: { region: 'Province / city / district: type to find', detail: 'Street and number' },
  location: {
    longitude: 'Longitude',
    latitude: 'Latitude',
    name: 'Name of the place',
    here: 'Use my place',
    map: 'Show on a map',
    unknown: 'Your place could not be found. Allow it in the browser, or fill it in.',
  },
  files: { add: 'Add files', addPicture: 'Add pictures' },
  rows: { add: 'Add a row' },
  rich: {
    bar: 'Format',
    bold: 'Bold',
    italic: 'Italic',
    underline: 'Underline',
    strike: 'Strike through',
    bulletList: 'Bullets',
    orderedList: 'Numbers',
    blockquote: 'Quotation',
  },
  form: {
    appointment: 'Whoever has it is called then',
    template: 'Template',
    toPool: 'Left empty, it goes to {{department}}, as the template says',
    others: 'Further values',
    save: 'Save',
    unfinished: 'Before it is solved, please fill in:',
    missing: 'Please fill in what is marked first',
  },
}
