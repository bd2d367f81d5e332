/** The shipped views that the rail leads to, by their keys. */
export const todoView = 'mine.todo'
export const doneView = 'mine.done'
export const allView = 'public.all'
