/** The figures as a workbook: the same question as on screen, answered as a file. */
export { exportRead } from './address.ts'
export { exportRoute } from './route.ts'
