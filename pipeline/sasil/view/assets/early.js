// Runs before the first paint: the remembered theme and language, or those of the system.
(() => {
  /** @param {string} key */
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // a page from a file may have no storage
    }
  };
  const root = document.documentElement;
  const theme = kept("sasil.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const korean = navigator.languages.some((one) => one.toLowerCase().startsWith("ko"));
  root.lang = kept("sasil.lang") ?? (korean ? "ko" : "en");
})();
