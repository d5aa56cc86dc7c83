import localFont from 'next/font/local';

// The italic of `app/fonts.ts`, but asked for at once: every lesson has emphasised words near its top, and a face that
// comes after the first paint breaks their line anew.

export const italicFace = localFont({
  src: '../../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  weight: '200 900',
  style: 'italic',
  display: 'swap',
  preload: true,
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: "'Source Serif 4 Variable'" }],
});
