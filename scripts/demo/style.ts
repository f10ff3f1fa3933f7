/** Looks like a job summary on GitHub, light or dark as the reader's system is. */
export const style = `
:root {
  color-scheme: light dark;
  --text: #1f2328; --quiet: #59636e; --ground: #ffffff; --soft: #f6f8fa; --line: #d1d9e0; --code: #818b981f;
  --link: #0969da; --green: #1a7f37; --red: #cf222e; --amber: #9a6700; --marked: #ffebe9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #f0f6fc; --quiet: #9198a1; --ground: #0d1117; --soft: #151b23; --line: #3d444d; --code: #656c7633;
    --link: #4493f8; --green: #3fb950; --red: #f85149; --amber: #d29922; --marked: #67060c99;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 24px 16px 64px; max-width: 980px; background: var(--ground); color: var(--text);
  font: 16px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", "Liberation Sans", Helvetica, Arial, sans-serif;
  overflow-wrap: break-word;
}
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
h1 { font-size: 26px; line-height: 1.25; margin: 8px 0 12px; }
h2 { font-size: 22px; line-height: 1.25; margin: 24px 0 14px; padding-bottom: 6px; border-bottom: 1px solid var(--line); }
h3 { font-size: 17px; margin: 24px 0 12px; }
p, ul, ol, table, pre, details { margin: 0 0 14px; }
ul, ol { padding-left: 28px; }
code, pre { font: 13.6px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
code { padding: 2px 5px; border-radius: 6px; background: var(--code); }
pre { padding: 14px 16px; border-radius: 6px; background: var(--soft); white-space: pre-wrap; }
pre code { padding: 0; background: none; }
table { border-collapse: collapse; display: block; max-width: 100%; overflow-x: auto; }
th, td { padding: 5px 12px; border: 1px solid var(--line); text-align: left; }
th { font-weight: 600; }
tr:nth-child(2n) td { background: var(--soft); }
summary { cursor: pointer; padding: 2px 0; }
details[open] > summary { margin-bottom: 10px; }
details + details { margin-top: -6px; }
.path { color: var(--quiet); font-size: 14px; margin: 0 0 8px; }
.quiet { color: var(--quiet); }
.card { border: 1px solid var(--line); border-radius: 6px; margin: 16px 0 24px; }
.card > header { padding: 10px 16px; border-bottom: 1px solid var(--line); background: var(--soft); border-radius: 6px 6px 0 0; font-weight: 600; font-size: 14px; }
.card > div { padding: 18px 24px 8px; }
.card h2:first-child { margin-top: 0; }
.right { float: right; font-weight: 400; color: var(--quiet); }
.runs td:first-child, .runs td:nth-child(3) { white-space: nowrap; }
.word { font-weight: 600; white-space: nowrap; }
.green { color: var(--green); } .red { color: var(--red); } .yellow { color: var(--amber); } .bold { font-weight: 600; }
mark { display: inline-block; min-width: 100%; background: var(--marked); color: inherit; }
.number { color: var(--quiet); user-select: none; }
`;
