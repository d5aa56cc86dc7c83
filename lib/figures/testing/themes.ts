import type { Theme } from '../theme';

/** The site's own light and dark colours. */
export const LIGHT: Theme = {
  ink: '#1c1b1a',
  inkSoft: '#55524d',
  inkFaint: '#6f6b64',
  rule: '#e2ded6',
  ruleStrong: '#b9b3a8',
  paper: '#fdfcfa',
  accent: '#0b6b62',
  negative: '#2166ac',
  positive: '#d9680e',
  focus: '#0b6b62',
  classes: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#806a00', '#56b4e9'],
  face: 'sans-serif',
};

export const DARK: Theme = {
  ...LIGHT,
  ink: '#e9e6e0',
  inkSoft: '#b5b1aa',
  inkFaint: '#9b978f',
  paper: '#16181b',
  accent: '#5cc8b8',
  negative: '#6aaae4',
  positive: '#f39a4d',
  classes: ['#5aa9dd', '#f08a4b', '#3fc79a', '#e0a3c6', '#d3b945', '#8fd0f2'],
};
