import type { Same } from '../../words/rooms.ts'
import type { zhCN } from './zh-CN.ts'

export const en: Same<typeof zhCN> = {
  title: 'Welcome to Baton',
  under: 'Make the first administrator; it takes a minute',
  code: 'Code',
  codeHint: 'It stands on the terminal in which Baton was started',
  deskName: 'Name of the desk (optional)',
  deskNameHint: 'Customers see it: “Sunrise Appliances Support”',
  name: 'Your name',
  employeeNo: 'Your employee number',
  employeeNoHint: 'To sign in with: 2–40 letters, digits or . _ -',
  password: 'Password',
  passwordShort: 'At least {{least}} characters',
  strength: { empty: 'At least 8', short: 'Too short', fair: 'Fair', good: 'Good', strong: 'Strong' },
  go: 'Begin',
}
