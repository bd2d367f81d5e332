import { deskTextsEn } from './desk-texts-en.ts'
import type { HelpTexts } from './pages.ts'

/** Help pages: what one wants to do first, then where to press and which keys. Names in braces come from the screens. */
export const textsEn: HelpTexts = {
  ...deskTextsEn,
  register: {
    title: 'Register a call',
    text: `While the customer speaks, one form is all.
## Steps
1. Press {key:d} on any page, or the telephone at the top, “{word:call.register}”. With a phone system it opens by itself when it rings, with the number in it.
2. The cursor stands in the number: known customers and their open tickets appear while you type, and the call can be added to one of these; for a new one add the name.
3. Choose request type, urgency and category, write down the matter; order number and model go into the remarks.
4. Press {key:mod enter} to hand it in. What you can answer at once is answered on the spot, with its result, and solved.
## Who gets it
- The category’s department, or else the default one. Where dispatch is automatic somebody able has it at once.
- Policies of time say by urgency how long the first answer may take; as shipped {urgency:normal} 24 hours, {urgency:urgent} 4 hours, {urgency:critical} 2 hours. The registering call itself is no answer; a later reply or call-back is.
## What nobody took
- Missed calls are counted at the top: call back, or make a ticket of one.`,
  },
  claim: {
    title: 'Claim and accept',
    text: `Every ticket has one holder: a department first, then a person in it. Where dispatch is automatic it goes by itself to whoever is ready, has the skills and the least in hand; why, stands in the track at the ticket’s right.
## From the department’s pool
1. In {place:todo} open the department’s pool among the views at the left.
2. Go up and down with {key:j} and {key:k}, open with {key:enter}.
3. Press “{verb:ticket.claim}” or {keyOf:ticket.claim}. When two claim at once one of them has it, and the other sees who.
## Given to me
- Open it and press “{verb:ticket.acknowledge}” or {keyOf:ticket.acknowledge}: {status:assigned} becomes {status:in_progress}.
- Answering the customer accepts it as well.
- If it is not yours, see {help:transfer}.
## Many at once
1. Point at a row of a list and tick the box at its left; or choose with {key:x}, and on with Shift held. On a phone, press “{word:choose.many}” first.
2. What can be done appears beneath the list; a whole view can be chosen, too.
3. Each ticket is checked and done for itself: where it is not allowed you see why, and can try these again later. What can be undone is undone as a whole, but for what was changed since.
4. Progress shows at the top right, results stay for 30 days in “{word:frame.jobs}” in your own menu.`,
  },
  reply: {
    title: 'Answers and notes',
    text: `The field under a ticket writes in three ways; choose by its tabs or by a key.
- **{verb:ticket.reply}** {keyOf:ticket.reply}: the customer reads it. The first one is the first response.
- **{verb:ticket.note}** {keyOf:ticket.note}: for colleagues only. Whom you mention with @ finds the ticket among their mentions.
- **{verb:ticket.progress}** {keyOf:ticket.progress}: how far it has come; it goes along when the ticket is handed on.
## Sending
1. Press “{word:composer.send}” or {key:mod enter}.
2. The menu beside it turns the ticket to {status:pending_customer} or {status:solved} as well.
## Write without worry
- What is unfinished is kept as a draft, on any computer.
- If the customer writes meanwhile, you are shown that first.
- Paste or drop pictures and files into the field.`,
  },
  transfer: {
    title: 'Hand on and hand back',
    text: `What is not yours goes to the right department or person, with the reason.
## {verb:ticket.transfer}
1. Open the ticket and press {keyOf:ticket.transfer}, or choose “{verb:ticket.transfer}” in “{word:ticket.verbs}”.
2. Choose the department, and a person if you like; give the reason.
3. They have it at once; reason and progress stand on the timeline, so that the customer need not repeat anything.
## {verb:ticket.return}
- It was handed to you by mistake: {keyOf:ticket.return}, give the reason, and the holder before has it again.
## {verb:ticket.assign} and {verb:ticket.urge}
- A supervisor gives it to a person: {keyOf:ticket.assign}, with a note if needed.
- Remind the holder: {keyOf:ticket.urge}. Within ten minutes a second reminder says nothing new.`,
  },
  wait: {
    title: 'Await, hold and pause',
    text: `Three ways to wait, which mean different things.
- **{verb:ticket.await}** {keyOf:ticket.await}: the customer has to answer. When they do, it is {status:in_progress} again.
- **{verb:ticket.hold}** {keyOf:ticket.hold}: something else has to happen; say what.
- **{verb:ticket.pause}** {keyOf:ticket.pause}: stops all clocks, for a reason, perhaps until a given time. Mostly for supervisors.
## Going on
1. Press “{verb:ticket.resume}” or {keyOf:ticket.resume} on a paused ticket: the clocks go on from where they stood.
2. A ticket on hold is simply answered or worked on.
## Seeing it
- A grey bar in the list means paused; when it was paused, why, and when it went on stands in the conversation.
- Press the clock in the ticket’s head, or {key:q}, to open “{word:clock.panel}”: how long each has run and stood still, why, and until when.
## When the time is too short
1. Before it is due, choose “{verb:ticket.requestExtension}” in “{word:clock.panel}” or “{word:ticket.verbs}”; say how much and why.
2. A supervisor grants it in the ticket’s head, perhaps less of it, or declines with a reason; what is granted counts at once.`,
  },
  solve: {
    title: 'Solve, and closing by itself',
    text: `When it is settled, write down the result; the ticket closes later by itself.
## Steps
1. Press “{verb:ticket.solve}” or {keyOf:ticket.solve}.
2. Write the result and confirm with {key:mod enter}.
## Afterwards
- It is {status:solved}. Some days without a word from the customer make it {status:closed}; how many is set in {settings:desk}.
- The customer writes again: it is {status:in_progress} once more and does not close.
- The customer is not content: “{verb:ticket.followUp}” or {keyOf:ticket.followUp}.
- Closed too early: {keyOf:ticket.reopen}. A message after closing opens a new, linked ticket, unless days for reopening are set.
- Withdrawn, or for special reasons: “{verb:ticket.cancel}” or “{verb:ticket.forceEnd}”, with the reason.`,
  },
  find: {
    title: 'Finding and commands',
    text: `One field for tickets, customers and things to do.
1. Press {key:mod k} or {key:/}, or “{word:frame.find}” at the top.
2. Type a number, words of the subject or the conversation, a customer’s name, the last four digits of a phone or an order number.
3. Choose with the arrow keys, open with {key:enter}.
## More exactly
- Several words must all occur; "in quotes" they stand together.
- Say what is meant: customer:Li status:in_progress urgency:critical assignee:Wang department:Service channel:phone tag:VIP created:7d.
- A result can be saved as a view.
## It knows as well
- views by their names;
- pages, such as “{place:customers}” or “{settings:people}”;
- with a ticket open, what can be done with it, such as “{verb:ticket.transfer}”.
## Views
- The views at the left of {place:todo} are saved questions with live counts; {place:all} shows every ticket that you may see.`,
  },
  keys: {
    title: 'Keys',
    text: `What is done often has a key, shown in menus and hints. {key:?} shows all of them.
## Anywhere
- {key:mod k} {word:frame.find}
- {key:n} {word:frame.newTicket}
- {key:g t} {place:todo}, {key:g d} {place:done}, {key:g a} {place:all}, {key:g c} {place:customers}, {key:g h} {place:help}
## In a list
- {key:j} {word:keys.next}, {key:k} {word:keys.previous}, {key:enter} {word:keys.open}, {key:esc} {word:keys.back}
## On a ticket
- {keyOf:ticket.claim} {verb:ticket.claim}, {keyOf:ticket.reply} {verb:ticket.reply}, {keyOf:ticket.note} {verb:ticket.note}, {keyOf:ticket.solve} {verb:ticket.solve}
- {keyOf:ticket.transfer} {verb:ticket.transfer}, {keyOf:ticket.return} {verb:ticket.return}, {keyOf:ticket.urge} {verb:ticket.urge}
- {key:e} {word:ticket.editSubject}, {key:y} {word:ticket.copyNumber}, {key:i} {word:ticket.side}, {key:q} {word:clock.panel}
## Without single keys
- Switch “{word:keys.single}” off at the bottom of the sheet of keys; those with Ctrl keep working.`,
  },
  presence: {
    title: 'Presence and load',
    text: `At the top right stand your own state and what you have in hand: 3/8 is three tickets of eight.
## States
- {presence:ready}: takes new tickets.
- {presence:busy}: here, and takes none now.
- {presence:break}: away for a moment.
- {presence:away}: away for longer; what customers take up again goes to the department’s pool.
- {presence:offline}: signed out, or without a connection for five minutes.
## Steps
1. Press your state at the top right and choose another.
2. Signing in for the first time makes you {presence:ready}.
## What counts as load
- Tickets that are {status:assigned} or {status:in_progress} and not paused; what each urgency weighs is set in {settings:desk}.
- Everybody’s limit is set in {settings:people}.`,
  },
}
