import type { Theme } from '@/lib/figures';

/** The colours of `app/tokens.css` on light paper (a test compares them): a file is read there, whatever the page's theme. */
const PAPER: Omit<Theme, 'face'> = {
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
};

export function paperTheme(face: string): Theme {
  return { ...PAPER, face };
}
