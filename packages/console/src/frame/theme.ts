import { type ThemeConfig, theme } from 'antd'

/** The tokens of `@baton/ui` in Ant Design's words: what it draws must not be told apart from our own. Fingers need more room than a mouse. */
export const themeFor = ({ dark, touch }: { dark: boolean; touch: boolean }): ThemeConfig => ({
  algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  cssVar: { key: `${dark ? 'dark' : 'light'}${touch ? '-touch' : ''}` },
  token: {
    colorPrimary: dark ? '#0f8177' : '#0f766e',
    colorInfo: dark ? '#52c8bb' : '#0f766e',
    colorLink: dark ? '#52c8bb' : '#0b6a63',
    colorError: dark ? '#e5534b' : '#d13b33',
    colorWarning: dark ? '#dba520' : '#b57a00',
    colorSuccess: dark ? '#35b06c' : '#1f9d55',
    colorText: dark ? '#e7ecec' : '#182021',
    colorTextSecondary: dark ? '#aab5b6' : '#4d585a',
    colorTextTertiary: dark ? '#8b9799' : '#5d686a',
    colorTextPlaceholder: dark ? '#8b9799' : '#5d686a',
    colorBgBase: dark ? '#15191a' : '#ffffff',
    colorBgContainer: dark ? '#1c2122' : '#ffffff',
    colorBgElevated: dark ? '#1c2122' : '#ffffff',
    colorBgLayout: dark ? '#0f1213' : '#f6f7f7',
    colorBorder: dark ? '#3a4445' : '#cfd5d5',
    colorBorderSecondary: dark ? '#262d2e' : '#e6e9e9',
    colorSplit: dark ? '#262d2e' : '#e6e9e9',
    fontFamily: 'var(--font)',
    fontSize: 14,
    lineHeight: 1.5,
    borderRadius: 6,
    borderRadiusLG: 10,
    controlHeight: touch ? 40 : 32,
    ...(touch && { controlHeightSM: 40 }),
    controlOutlineWidth: 2,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
  },
  components: {
    Button: {
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
      fontWeight: 500,
      // The accent under the pointer is for lines; words need as much contrast there as anywhere.
      defaultHoverColor: dark ? '#52c8bb' : '#0b6a63',
      defaultActiveColor: dark ? '#52c8bb' : '#0b6a63',
    },
    Dropdown: { paddingBlock: 5, colorError: dark ? '#ff938b' : '#b3261e' },
    Modal: { titleFontSize: 16 },
  },
})
