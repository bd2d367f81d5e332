// What a test run's JSON report says: `counts` (passed, failed), the `files` with failures, or the failures' `names`.
import { readFileSync } from 'node:fs'
import path from 'node:path'

const [what, file] = process.argv.slice(2)
const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
const bad = testResults.filter(({ status }) => status === 'failed')
const nameOf = ({ name }) => path.relative(process.cwd(), name)

if (what === 'counts') process.stdout.write(`${numPassedTests} ${numFailedTests}\n`)
if (what === 'files') for (const result of bad) process.stdout.write(`${nameOf(result)}\n`)
if (what === 'names')
  for (const result of bad) {
    const failed = result.assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0) process.stdout.write(`${nameOf(result)}: ${inOneLine(result.message)}\n`)
    for (const { fullName, failureMessages } of failed)
      process.stdout.write(`${nameOf(result)} › ${fullName}: ${inOneLine(failureMessages[0])}\n`)
  }

function inOneLine(text = '') {
  return text
    .split('\n    at ', 1)[0]
    .replace(/\s*\n\s*/g, ' · ')
    .slice(0, 800)
}
