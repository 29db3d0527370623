/** Ink on paper: nothing is told by colour alone. */
export const paperStyle = `
html { font: 10.5pt/1.4 'Inter Variable', Inter, 'Noto Sans', 'Noto Sans CJK JP', 'Noto Sans Arabic', 'Noto Sans Thai', system-ui, sans-serif; color: #111; }
body { margin: 0; }
header { margin-bottom: 16pt; padding-bottom: 8pt; border-bottom: 1.5pt solid #111; }
h1 { margin: 0 0 4pt; font-size: 16pt; line-height: 1.25; }
.fact { margin: 0; color: #444; font-size: 9pt; }
section + section { margin-top: 20pt; padding-top: 12pt; border-top: 1pt solid #999; }
h2 { margin: 0; font-size: 12.5pt; break-after: avoid; }
.about { margin: 0 0 8pt; color: #444; font-size: 9pt; break-after: avoid; }
article { margin: 0 0 8pt; padding: 0 0 0 9pt; border-left: 2pt solid #bbb; }
article.out { margin-left: 24pt; border-left: 2pt solid #111; }
article.internal { padding: 5pt 9pt; border: 1pt dashed #777; }
.who { margin: 0; font-size: 9.5pt; font-weight: 650; break-after: avoid; }
.when { color: #444; font-weight: 400; }
.text, .before, .gone { margin: 1pt 0 0; white-space: pre-wrap; overflow-wrap: anywhere; orphans: 2; widows: 2; unicode-bidi: plaintext; }
.gone { font-style: italic; }
.before { color: #444; font-size: 9pt; }
.with { margin: 2pt 0 0; padding-left: 14pt; color: #444; font-size: 9pt; overflow-wrap: anywhere; }
h1, h2, .who { overflow-wrap: anywhere; }
`;
