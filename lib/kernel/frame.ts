import { PROTOCOL_VERSION, type Connect } from '@/lib/protocol';
import type { SandboxPlace } from './address';
import { asPortLike, type Connection } from './port';
import { judgeGreeting } from './handshake';
import { SENTENCES } from './sentences';

/** A frame that has loaded and says nothing for this long holds something else, e.g. an error page. */
const GREETING_MS = 10_000;

/**
 * Puts a hidden frame at `place` on the page, and gives it the other end of the control port once it has greeted;
 * a second greeting is ignored, so a frame that has been navigated elsewhere gets nothing.
 */
export function connectFrame(place: SandboxPlace, refuse: (reason: string) => void): Connection {
  const { port1, port2 } = new MessageChannel();
  const frame = createFrame(place);
  let silence: ReturnType<typeof setTimeout> | undefined;

  function awaitGreeting() {
    silence = setTimeout(() => refuse(SENTENCES.noGreeting), GREETING_MS);
  }

  function stopListening() {
    window.removeEventListener('message', listen);
    frame.removeEventListener('load', awaitGreeting);
    clearTimeout(silence);
  }

  function listen(event: MessageEvent<unknown>) {
    const verdict = judgeGreeting(event, { source: frame.contentWindow, origin: place.origin });
    if (verdict === 'ignore') return;
    stopListening();
    if (verdict === 'refuse') return refuse(SENTENCES.otherVersion);
    const connect: Connect = { layerwise: PROTOCOL_VERSION, type: 'connect' };
    // An opaque origin can't be named as a target; `source` was checked, so this reaches our frame alone.
    frame.contentWindow?.postMessage(connect, place.origin === 'null' ? '*' : place.origin, [
      port2,
    ]);
  }

  frame.addEventListener('load', awaitGreeting);
  window.addEventListener('message', listen);
  document.body.append(frame);
  return {
    control: asPortLike(port1),
    dispose() {
      stopListening();
      frame.remove();
    },
  };
}

function createFrame(place: SandboxPlace): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  const sameOrigin = place.mode === 'own-origin' ? ' allow-same-origin' : '';
  frame.setAttribute('sandbox', `allow-scripts${sameOrigin}`);
  frame.allow = 'cross-origin-isolated';
  frame.title = 'Where the code of this lesson runs';
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.src = place.frame;
  return frame;
}

export const pageIsVisible = () => document.visibilityState === 'visible';
