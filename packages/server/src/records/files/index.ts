/** Files: what was uploaded, by whom, and which ticket it belongs to. The bytes lie behind `desk.files`. */
export { type AttachedFile, attachSteps, loadAttachments } from './attach.ts'
