import type { DayOff } from './week.ts'

/**
 * The public holidays of mainland China with their make-up days, as the State Council's General Office has announced them:
 * 国办发明电〔2024〕12号 for 2025, the notice of 4 November 2025 for 2026. Each year's comes out in the November before.
 */
export const chineseHolidays: readonly DayOff[] = [
  ...off('元旦', '2025-01-01', 1),
  ...off('春节', '2025-01-28', 8, '2025-01-26', '2025-02-08'),
  ...off('清明节', '2025-04-04', 3),
  ...off('劳动节', '2025-05-01', 5, '2025-04-27'),
  ...off('端午节', '2025-05-31', 3),
  ...off('国庆节、中秋节', '2025-10-01', 8, '2025-09-28', '2025-10-11'),
  ...off('元旦', '2026-01-01', 3, '2026-01-04'),
  ...off('春节', '2026-02-15', 9, '2026-02-14', '2026-02-28'),
  ...off('清明节', '2026-04-04', 3),
  ...off('劳动节', '2026-05-01', 5, '2026-05-09'),
  ...off('端午节', '2026-06-19', 3),
  ...off('中秋节', '2026-09-25', 3),
  ...off('国庆节', '2026-10-01', 7, '2026-09-20', '2026-10-10'),
]

function off(name: string, first: string, days: number, ...instead: readonly string[]): DayOff[] {
  const from = Date.parse(`${first}T00:00:00Z`)
  const dates = Array.from({ length: days }, (_, n) => new Date(from + n * 86_400_000).toISOString().slice(0, 10))
  return [
    ...dates.map(date => ({ date, name, kind: 'off' as const })),
    ...instead.map(date => ({ date, name: `${name}调休`, kind: 'work' as const })),
  ]
}
