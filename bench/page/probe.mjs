/**
 * Runs in every page before its own scripts. It notes, on the page's clock, what passes between the page and its
 * sandbox, and gives `benchPress` and `benchState`, which measure from a press to what it leads to. The product itself
 * has no part in this.
 */
export function installProbe() {
  if (window !== window.top) return;
  const marks = [];
  const mark = (name) => marks.push({ name, at: performance.now() });
  window.benchMarks = marks;

  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (message, ...rest) {
    if (typeof message?.type === 'string') mark(`post ${message.type}`);
    return post.call(this, message, ...rest);
  };
  const { get, set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    configurable: true,
    get,
    set(handler) {
      const noting = (event) => {
        if (typeof event.data?.type === 'string') mark(`hear ${event.data.type}`);
        return handler.call(this, event);
      };
      set.call(this, handler === null ? null : noting);
    },
  });
  window.addEventListener('message', () => mark('hello'), true);
  new MutationObserver((records) => {
    const added = records.flatMap((record) => [...record.addedNodes]);
    if (added.some((node) => node instanceof HTMLIFrameElement)) mark('frame');
  }).observe(document, { childList: true, subtree: true });

  /** Milliseconds from a press until text stands in `output`. Without `byPointer` the press is made here. */
  window.benchPress = (button, output, byPointer) =>
    new Promise((resolve) => {
      let start = Number.NaN;
      button.addEventListener('click', () => (start = performance.now()), {
        once: true,
        capture: true,
      });
      const observer = new MutationObserver(() => {
        if (output.textContent.trim() === '') return;
        observer.disconnect();
        resolve({ start, ms: performance.now() - start, text: output.textContent });
      });
      observer.observe(output, { childList: true, subtree: true, characterData: true });
      if (!byPointer) button.click();
    });

  /** Milliseconds from now until the section is in a state of the list. */
  window.benchState = (section, states) => {
    const start = performance.now();
    return new Promise((resolve) => {
      const look = () => {
        if (!states.includes(section.dataset.state)) return;
        observer.disconnect();
        resolve({ start, ms: performance.now() - start, state: section.dataset.state });
      };
      const observer = new MutationObserver(look);
      observer.observe(section, { attributeFilter: ['data-state'] });
    });
  };
}
