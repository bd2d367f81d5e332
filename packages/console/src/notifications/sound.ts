/** One short soft tone, made here, so that nothing is fetched for it. Browsers that want a click first stay silent. */
export function chime(): void {
  if (typeof AudioContext === 'undefined') return
  const audio = new AudioContext()
  const tone = audio.createOscillator()
  const loudness = audio.createGain()
  const { currentTime: now } = audio
  tone.frequency.setValueAtTime(880, now)
  tone.frequency.exponentialRampToValueAtTime(660, now + 0.18)
  loudness.gain.setValueAtTime(0.08, now)
  loudness.gain.exponentialRampToValueAtTime(0.0001, now + 0.3)
  tone.connect(loudness).connect(audio.destination)
  tone.onended = () => void audio.close().catch(() => undefined) // a tone that is over needs no closing words
  tone.start(now)
  tone.stop(now + 0.32)
}
