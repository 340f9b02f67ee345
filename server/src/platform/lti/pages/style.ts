/** The look of the launch pages: small, native beside the LMS, readable from 320 px on, light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1f2933; --soft: #52606d; --ground: #fff; --line: #d5dbe1; --accent: #1d5fa8; --on-accent: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaef; --soft: #a9b4c0; --ground: #14181d; --line: #3a434d; --accent: #8bbcf0; --on-accent: #10161d }
}
* { box-sizing: border-box }
[hidden] { display: none !important }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
main { max-inline-size: 36rem; margin-inline: auto; padding: clamp(1rem, 6vw, 3rem) 1rem; overflow-wrap: anywhere }
h1 { margin: 0 0 .75rem; font-size: 1.375rem; line-height: 1.3 }
p, ol { margin: 0 0 1rem }
li { margin-block-end: .5rem }
button, .button { display: inline-block; min-block-size: 2.75rem; padding: .5rem 1.25rem; border: 1px solid transparent; border-radius: .375rem;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer }
button:focus-visible, .button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
dl { display: grid; grid-template-columns: auto 1fr; gap: .125rem .75rem; margin: 2rem 0 0; padding-block-start: .75rem; border-block-start: 1px solid var(--line); color: var(--soft); font-size: .875rem }
dd { margin: 0 }
code { font-family: ui-monospace, "SF Mono", Consolas, monospace }
@media (max-width: 24rem) { dl { grid-template-columns: 1fr } dd { margin-block-end: .375rem } }
@media (forced-colors: active) { button, .button { border-color: ButtonText } }
`;
