import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Same } from './rooms.ts'
import { zhCN } from './zh-CN.ts'

export type Locale = 'zh-CN' | 'en'

/** Every language has the same keys as the Chinese. */
export type Words = Same<typeof zhCN>

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zhCN }
  }
}

/** Chinese is built in; English is fetched when it is wanted. */
export async function startWords(locale: Locale): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN } },
    interpolation: { escapeValue: false },
  })
  await speak(locale)
}

export async function speak(locale: Locale): Promise<void> {
  if (locale === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en.ts')
    i18next.addResourceBundle('en', 'translation', en)
  }
  document.documentElement.lang = locale
  await i18next.changeLanguage(locale)
}
