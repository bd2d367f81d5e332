import type { HelpTexts } from './pages.ts'

/** The pages for administrators. */
export const deskTextsEn: Pick<HelpTexts, 'departments' | 'calendars' | 'mailbox' | 'roles' | 'api'> = {
  departments: {
    title: 'Departments and categories',
    text: `Departments take tickets; the category decides which.
## Begin with a template
1. Open the home of {place:settings} and the guided set-up.
2. Choose what is most like your desk, see what would be made, and use it. What exists is not made twice.
## One by one
- {settings:departments}: a tree; managers see the work of theirs and those below.
- {settings:categories}: from coarse to fine; give one a department, and new tickets go there.
- {settings:requestTypes}: inquiry, complaint, repair, suggestion, and your own.
## Change without worry
- Changes touch new tickets only. Things are archived, not deleted: old tickets keep their names.
- Who changed what stands in {settings:audit}.`,
  },
  calendars: {
    title: 'Working calendars',
    text: `A working calendar says when people work; due times count those hours alone.
## Steps
1. In {settings:calendars} add a calendar and give the hours of its week: two spans for a lunch break, and a night shift may end on the next day.
2. Under “Try it” give a number of working hours, and see when that is due and which days between are closed; “The year” draws every day.
3. Days of this calendar alone, such as stocktaking, stand under “Special days” and come before public holidays.
## Holidays and make-up days
- A calendar that keeps public holidays is closed on them, and open on make-up days, with the hours of the first working day of its week.
- Next year's are usually announced in November: enter them on the same page under “Public holidays”, or load a published .ics file.`,
  },
  mailbox: {
    title: 'The mailbox',
    text: `What customers write becomes a ticket; answers leave from the same address.
## Steps
1. In {settings:mailboxes} make the default mailbox your own address.
2. Set BATON_SMTP_LISTEN on the server and have your mail server pass the mail on to it.
3. Set BATON_SMTP_URL for answers to leave; without it they wait in {settings:deliveries}.
## Where to look
- What became of a mail: {settings:mails}. Each has one outcome; what is quarantined can be handled again.
- Whether an answer arrived: {settings:deliveries}. What failed can be sent again.
- How much waits or failed: {settings:health}.
## The web form
- Customers can write at /form too; its switch is in {settings:desk}.`,
  },
  roles: {
    title: 'Roles and grants',
    text: `Roles say what somebody may see and do; several add up.
## What every desk has
- Administrator: everything.
- Supervisor: all tickets; assigns, pauses, urges, reads the audit.
- Agent: sees all tickets, handles those of the own departments.
- Handler: sees and handles only those of the own departments.
- Reviewer: sees all tickets, calls back, closes early.
## Steps
1. In {settings:roles} make or change a role and tick what it may do, perhaps under a condition.
2. In {settings:people} give people their roles.
3. Hide or freeze fields where needed: what is hidden is hidden everywhere, the search and the API included.
## The first sign-in
- New people sign in with number and initial password, and must change it. Reset a forgotten one in {settings:people}.`,
  },
  api: {
    title: 'The API',
    text: `What the screens can do, a program does by the same name.
## Steps
1. Make a key in {settings:apiKeys} with only what it needs; the token is shown once.
2. Send POST /api/v1/<verb>, such as /api/v1/ticket.open, with JSON and the header Authorization: Bearer <token>.
3. Send an Idempotency-Key along, and nothing is done twice when you try again.
## Documents
- A reference to read is at /api/docs, OpenAPI 3.1 at /api/v1/openapi.json.
- Errors are application/problem+json: code never changes, fields name what is wrong.
## Safety
- A key can never do more than who made it. Revoked, it ends at once.`,
  },
}
