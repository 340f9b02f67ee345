export const STYLE = `
:root { color-scheme: light dark; --ink: #1f2733; --soft: #5b6675; --line: #d6dbe2; --paper: #fff; --wash: #f4f6f8; --accent: #1b5faa; --on-accent: #fff; --warn: #8a4b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #a3adba; --line: #3a4350; --paper: #171c23; --wash: #1f252e; --accent: #82b7f5; --on-accent: #10151c; --warn: #f0b469; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--wash); }
header { background: var(--paper); border-bottom: 1px solid var(--line); padding: .6rem 1.25rem; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; }
header strong { font-size: 1.05rem; }
header .who strong { font-size: inherit; }
header .who { margin-inline-start: auto; color: var(--soft); font-size: .9rem; }
main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
h1 { font-size: 1.5rem; margin: .5rem 0 1rem; line-height: 1.25; }
h2 { font-size: 1.1rem; margin: 1.75rem 0 .6rem; }
a { color: var(--accent); }
nav.tabs { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; margin: 0 0 1.25rem; border-bottom: 1px solid var(--line); padding-bottom: .6rem; }
ul.plain { list-style: none; padding: 0; margin: 0; }
ul.rows > li { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: baseline; padding: .7rem .9rem; background: var(--paper); border: 1px solid var(--line); border-bottom-width: 0; }
ul.rows > li:first-child { border-radius: 6px 6px 0 0; }
ul.rows > li:last-child { border-bottom-width: 1px; border-radius: 0 0 6px 6px; }
ul.rows > li:only-child { border-radius: 6px; }
ul.rows .side { margin-inline-start: auto; font-size: .9rem; }
ul.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: .3rem 1rem; }
.soft { color: var(--soft); font-size: .9rem; }
.note { background: var(--paper); border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); padding: .6rem .9rem; border-radius: 4px; }
.scroll { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: start; padding: .45rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child > * { border-bottom: 0; }
thead th { background: var(--wash); font-weight: 600; }
td.number { font-variant-numeric: tabular-nums; }
td code { overflow-wrap: anywhere; font-size: .85em; }
.badge { font-size: .75rem; border: 1px solid currentColor; color: var(--warn); border-radius: 999px; padding: 0 .45rem; margin-inline-start: .35rem; white-space: nowrap; }
form.fields { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .9rem; }
.field { display: grid; gap: .2rem; }
form.fields label { font-size: .9rem; color: var(--soft); }
form.inline { display: inline; }
input, select, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: .35rem .6rem; max-width: 100%; }
input[type=url] { width: 30rem; }
input[type=number] { width: 7rem; }
button { cursor: pointer; }
button.main, a.button { background: var(--accent); border: 1px solid var(--accent); color: var(--on-accent); border-radius: 4px; padding: .4rem .8rem; text-decoration: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
iframe.tool { display: block; width: 100%; height: 760px; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
iframe.hidden { display: none; }
`;
