// In development, a new build of the sandbox needs a new frame: its former files are gone. Nothing of this is in a
// build for production.
if (process.env.NODE_ENV === 'development') {
  const EVERY_MS = 1_000;
  let first: string | null = null;

  const check = async () => {
    const response = await fetch('/sandbox/frame.html', { cache: 'no-store' });
    const text = await response.text();
    first ??= text;
    // While it is being replaced, the answer is a refusal.
    if (response.ok && text !== first) location.reload();
  };
  setInterval(() => void check().catch(() => undefined), EVERY_MS);
}
