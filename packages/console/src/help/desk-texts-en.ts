import type { HelpTexts } from './pages.ts'

/** The pages for administrators. */
export const deskTextsEn: Pick<
  HelpTexts,
  'departments' | 'policies' | 'calendars' | 'files' | 'mailbox' | 'roles' | 'api'
> = {
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
  policies: {
    title: 'Policies of time',
    text: `A policy says what is promised for which tickets: by when they are answered and solved. A ticket falls under the first policy in force that holds for it.
## Steps
1. In {settings:policies} add a policy, choose the tickets that it holds for, turn on what is promised, and give hours by urgency; without a number nothing is promised.
2. Choose the calendar that it is reckoned by, see {help:calendars}; without one it runs round the clock. Choose the statuses in which it stands still, such as “{status:pending_customer}”; a paused ticket's clocks always stand still.
3. Open “Cards and escalation” and say when the yellow card falls; “Add a step” says how long before or after it is due, what is done, and with whom.
4. Under “Order” put the policies with the narrowest conditions first.
## The five promises
- **First response**: from opening to the first public reply or the first call that reaches the customer.
- **Next response**: from each further message of the customer to the next public reply.
- **Acknowledgement**: from being handed to a department or person until somebody takes it up.
- **Resolution**: from opening until it is solved; anew when it is reopened.
- **Progress**: while in progress, a word on how far it is or a reply at least so often.
## Yellow cards, red cards and escalation
- The yellow card falls when it is due soon and tells the holder, or the department's managers where nobody holds it: usually with 20% of the time left, and never before half of it has run.
- The red card falls when it is over, and tells the holder and the department's managers; it stays with whoever had it then, whoever gets it later.
- The steps are done in the order of their times, once each, and no further once the promise is kept. When one cannot be done, the department's managers are told why.
- While a clock stands still, cards and steps wait, and go on with it.
## More time
- Before it is due one can “{verb:ticket.requestExtension}” on the ticket, saying how much and why; the department's managers, where they may, can “{verb:ticket.grantExtension}”, less than asked for if they like, or “{verb:ticket.declineExtension}”.
- A request that nobody answers before it is due lapses; what is over already cannot be extended.
## After a change
- When a policy, a ticket's urgency, a working calendar or the holidays change, open tickets are reckoned anew at once; what has run keeps counting and nothing begins again.
- When a policy is archived, what has begun is taken over by the next one that holds; where none does, it is not timed any more.
- Of another ladder, steps whose time has passed already are not made up for.`,
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
  files: {
    title: 'Import and export',
    text: `Tickets and customers come in from Excel (.xlsx) or CSV and go out as such files; what went out comes in again as it was.
## Import
1. Choose “Import…” under “Import and export” in a list of tickets or in {place:customers}, or open {settings:imports}. Without a file, download one to fill in.
2. Match the columns: headers that are known are chosen already; mend what is wrong and leave out what is not wanted. The next file with these headers needs no choosing.
3. “Check” tells what is wrong row by row and column by column, and writes nothing.
4. “Import” goes on in the background; you may close the sheet and do other things.
5. Download the rows that failed, mend them by the reasons in the last column, and import them again: what was imported is left out.
## How those who are here are known
- **Tickets**: by a column that you choose, such as the former number; without one, a file imported twice makes the tickets twice.
- **Customers**: by the customer number first, then by another column that you choose, the member number, mail and phone. Where a phone belongs to a customer with another member number, the row is told and nobody is written over.
- You choose whether those who are known are left out or updated. An update changes what the row says; empty cells change nothing, and phones and mail addresses of customers are only added.
## The columns of customers
- Name, title, phones, mail, member number, company, level, remarks, and your own fields of customers. Several phones or mail addresses in one cell stand apart by commas.
- Companies go by their name; one that is not here is made.
## Export
- Customers go out as the search box finds them, tickets as the view or the search does; you choose the columns, your own fields among them.
- Only the records and fields that you may see are written; every export stands in {settings:audit}.`,
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
