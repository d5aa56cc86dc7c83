/**
 * Runs in <head>, before anything is painted, and is the whole theme switch: it needs no component.
 * `data-theme` on <html> always says which theme shows. A choice that equals the system's is
 * forgotten, so that the page goes on to follow the system.
 */
export const THEME_SCRIPT = `(() => {
  const root = document.documentElement;
  const key = 'layerwise-theme';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const system = () => (dark.matches ? 'dark' : 'light');
  const chosen = () => {
    try {
      const theme = localStorage.getItem(key);
      return theme === 'light' || theme === 'dark' ? theme : null;
    } catch {
      return null;
    }
  };
  const keep = (theme) => {
    try {
      if (theme === system()) localStorage.removeItem(key);
      else localStorage.setItem(key, theme);
    } catch {}
  };
  const follow = () => {
    root.dataset.theme = chosen() ?? system();
  };
  follow();
  dark.addEventListener('change', follow);
  addEventListener('storage', follow);
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-theme-switch]')) return;
    const theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    keep(theme);
    root.dataset.theme = theme;
  });
})();`;
