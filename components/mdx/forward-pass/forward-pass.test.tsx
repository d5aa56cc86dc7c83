import { gzipSync } from 'node:zlib';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { forwardPassPicture } from '@/lib/figures/forward-pass';
import { ForwardPass } from './forward-pass';

const html = renderToStaticMarkup(<ForwardPass />);
const svg = /<svg[^>]* role="img".*<\/svg>/s.exec(html)?.[0] ?? '';
const { answer, answerAfter } = forwardPassPicture();
const inPercent = (share: number) => `${Math.round(100 * share)}\u00a0%`;

describe('ForwardPass', () => {
  it('is a picture with a title and a description that gives its numbers', () => {
    expect(svg).toMatch(/^<svg[^>]* role="img"[^>]*><title>[^<]+<\/title><desc>/);
    const said = /<desc>(.*?)<\/desc>/.exec(svg)?.[1] ?? '';
    for (const part of ['glucose 166', inPercent(answer), inPercent(answerAfter)]) {
      expect(said).toContain(part);
    }
  });

  it('shows the answer before and after the step, and says what was missing', () => {
    expect(svg).toContain(`>${inPercent(answer)}</text>`);
    expect(svg).toContain(`>${inPercent(answerAfter)}</text>`);
    const steps = html.slice(html.indexOf('<ol'), html.indexOf('</ol>'));
    expect(steps.match(/<li/g)).toHaveLength(4);
    expect(steps).toContain(inPercent(1 - answer));
  });

  it('can be stopped by a labelled box, without a script', () => {
    expect(html).toMatch(/<label[^>]*><input type="checkbox"[^>]*\/>Pause<\/label>/);
    expect(html).not.toContain('<script');
  });

  it('weighs less than 6 KB compressed', () => {
    expect(gzipSync(html).length).toBeLessThan(6 * 1024);
  });
});
