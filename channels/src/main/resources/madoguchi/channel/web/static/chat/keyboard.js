// The keyboard on a telephone's screen covers the lower part of the page without making it smaller: what must stay in
// reach moves above it.
export function keepAboveKeyboard(element) {
  const seen = window.visualViewport;
  if (!seen) {
    return;
  }
  const fit = () => {
    const enlarged = seen.scale > 1.05; // by two fingers: no keyboard
    const covered = enlarged ? 0 : Math.max(0, Math.round(window.innerHeight - seen.height - seen.offsetTop));
    element.style.setProperty("--keyboard", `${covered}px`);
    element.style.setProperty("--top", enlarged ? "0px" : `${Math.round(seen.offsetTop)}px`);
  };
  seen.addEventListener("resize", fit);
  seen.addEventListener("scroll", fit);
  fit();
}
