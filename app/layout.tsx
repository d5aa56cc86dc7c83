import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/ui/site-footer';
import './fonts';
import './fonts.css';
import './globals.css';
import { THEME_SCRIPT } from './theme-script';
import './tokens.css';

export const metadata: Metadata = {
  title: { default: 'Layerwise: deep learning, read and run', template: '%s · Layerwise' },
  description:
    'A course in deep learning that you read, run and take apart in the browser, on your own device.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcfa' },
    { media: '(prefers-color-scheme: dark)', color: '#16181b' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The script below sets data-theme before React sees the element.
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        {children}
        <SiteFooter />
      </body>
    </html>
  );
}
