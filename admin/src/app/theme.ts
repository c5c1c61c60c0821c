import { type ThemeConfig, theme } from 'antd';

const font =
  '-apple-system,"Segoe UI","PingFang SC","HarmonyOS Sans SC",MiSans,"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei UI",sans-serif';

const light = {
  colorPrimary: '#0B5D61',
  colorPrimaryHover: '#0A4F53',
  colorPrimaryActive: '#083F42',
  colorPrimaryBg: '#E3F0EF',
  colorError: '#B3261E',
  colorErrorHover: '#97201A',
  colorErrorBg: '#FCEBE8',
  colorWarning: '#8A5A00',
  colorSuccess: '#22693B',
  colorText: '#1B2422',
  colorTextSecondary: '#55605C',
  colorTextTertiary: '#66706C',
  colorTextPlaceholder: '#66706C',
  colorTextDisabled: '#66706C',
  colorBgLayout: '#F6F4EF',
  colorBgContainer: '#FFFFFF',
  colorBgElevated: '#FFFFFF',
  colorBorder: '#87918C',
  colorBorderSecondary: '#E5E1D8',
  colorSplit: '#E5E1D8',
  colorLink: '#0B5D61',
  colorTextLightSolid: '#FFFFFF',
};

const dark: typeof light = {
  colorPrimary: '#5CC4C0',
  colorPrimaryHover: '#7AD3CF',
  colorPrimaryActive: '#4AB3AF',
  colorPrimaryBg: '#12302F',
  colorError: '#FF8A7A',
  colorErrorHover: '#FFA598',
  colorErrorBg: '#3A1B18',
  colorWarning: '#E8BE6A',
  colorSuccess: '#86CB90',
  colorText: '#E6EAE8',
  colorTextSecondary: '#A7B1AD',
  colorTextTertiary: '#8C9692',
  colorTextPlaceholder: '#8C9692',
  colorTextDisabled: '#8C9692',
  colorBgLayout: '#121716',
  colorBgContainer: '#1A201F',
  colorBgElevated: '#232A29',
  colorBorder: '#6B7672',
  colorBorderSecondary: '#2E3634',
  colorSplit: '#2E3634',
  colorLink: '#5CC4C0',
  colorTextLightSolid: '#04211F',
};

/** antd dressed in our tokens. The algorithm recomputes seeds, so the last step puts every token back as written. */
export function themeOf(isDark: boolean): ThemeConfig {
  const tokens = isDark ? dark : light;
  const edge = isDark ? '#414A47' : '#CFCABF';
  return {
    cssVar: { key: 'gd' },
    hashed: false,
    algorithm: [
      isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
      (_seed, map) => ({ ...(map ?? theme.defaultAlgorithm(_seed)), ...tokens }),
    ],
    token: {
      ...tokens,
      fontFamily: font,
      fontSize: 14,
      borderRadius: 6,
      borderRadiusLG: 10,
      controlHeight: 32,
      controlHeightSM: 28,
      controlHeightLG: 44,
      fontWeightStrong: 600,
      boxShadow: '0 8px 24px rgba(20,30,28,.12)',
      boxShadowSecondary: '0 8px 24px rgba(20,30,28,.12)',
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: {
        primaryColor: tokens.colorTextLightSolid,
        dangerColor: tokens.colorTextLightSolid,
        defaultBorderColor: edge,
        defaultShadow: 'none',
        primaryShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 400,
      },
    },
  };
}
