import { Wrong } from '@baton/ui'
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react'
import { useLook } from '../frame/look.tsx'
import { useWords } from '../words/Speaking.tsx'
import { type Me, MeContext, type Session, useSession } from './me.ts'
import { useProblemText } from './problem-text.ts'
import { Splash } from './Splash.tsx'
import { freezes, withholds } from './withholds.ts'

const SignIn = lazy(() => import('./SignIn.tsx').then(it => ({ default: it.SignIn })))
const FirstPassword = lazy(() => import('./FirstPassword.tsx').then(it => ({ default: it.FirstPassword })))

/** Lets in who is signed in; everybody else finds the sign-in page at the very address they wanted. */
export function Gate({ children }: { children: ReactNode }): ReactNode {
  const { t } = useWords()
  const { data: session, error, refetch } = useSession()
  const problemText = useProblemText()
  useOwnLanguage(session)
  if (session === undefined)
    return (
      <Splash>
        {error && <Wrong action={{ label: t('problem.again'), run: () => void refetch() }}>{problemText(error)}</Wrong>}
      </Splash>
    )
  if (!session?.agent) return <Suspense fallback={<Splash />}>{<SignIn />}</Suspense>
  if (session.mustChangePassword)
    return <Suspense fallback={<Splash />}>{<FirstPassword session={session} />}</Suspense>
  return <SignedIn session={session}>{children}</SignedIn>
}

function SignedIn({ session, children }: { session: Session; children: ReactNode }): ReactNode {
  const me = useMemo<Me | undefined>(
    () =>
      session.agent
        ? {
            agent: session.agent,
            may: name => session.grants?.[name] === true,
            isHidden: field => withholds(session.hidden ?? [], field),
            isFrozen: field => freezes(session.frozen ?? [], field),
            deskName: session.deskName || 'Baton',
          }
        : undefined,
    [session],
  )
  return <MeContext value={me}>{children}</MeContext>
}

/** The language follows the person to a new browser, until another one is chosen there. */
function useOwnLanguage(session: Session | null | undefined): void {
  const { like } = useLook()
  const own = session?.agent?.locale
  const chosen = localStorage.getItem('baton.look') !== null
  useEffect(() => {
    if (!chosen && (own === 'zh-CN' || own === 'en')) like({ locale: own })
  }, [own, chosen, like])
}
