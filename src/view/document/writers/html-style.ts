/** Print first: A4, black on white, headers of tables on every page. Screens get the same column in the middle. */
export const STYLE = `
@page { size: A4; margin: 20mm 18mm; }
:root { color-scheme: light; }
body { font: 10.5pt/1.65 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #212529; background: #fff; max-width: 174mm; margin: 0 auto; padding: 12mm 4mm; }
@media print { body { padding: 0; max-width: none; } nav { break-after: page; } }
h1 { font-size: 20pt; line-height: 1.3; margin: 0 0 3mm; }
h2 { font-size: 14pt; margin: 9mm 0 3mm; padding-bottom: 1mm; border-bottom: 0.6pt solid #212529; break-after: avoid; }
h3 { font-size: 11.5pt; margin: 6mm 0 2mm; break-after: avoid; }
p { margin: 0 0 2.5mm; }
.quiet { color: #5c6066; }
.strong { font-weight: 600; }
.note { border-left: 2pt solid #8a3c06; padding-left: 3mm; }
ul, ol { padding-left: 6mm; margin: 0 0 3mm; }
li { margin-bottom: 1mm; }
nav a { color: inherit; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(38mm, 1fr)); gap: 3mm; margin: 4mm 0; }
.figures div { border-top: 1pt solid #212529; padding-top: 1.5mm; }
.figures dt { color: #5c6066; font-size: 9pt; }
.figures dd { margin: 0; font-size: 16pt; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; margin: 4mm 0 6mm; font-size: 9pt; line-height: 1.4; border-top: 1pt solid #212529; border-bottom: 1pt solid #212529; }
caption { text-align: left; font-weight: 600; padding-bottom: 1.5mm; font-size: 9.5pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; vertical-align: bottom; border-bottom: 0.6pt solid #212529; padding: 1mm 2mm 1mm 0; font-weight: 600; }
td { vertical-align: top; border-bottom: 0.3pt solid #c9c6be; padding: 0.8mm 2mm 0.8mm 0; overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
figure { margin: 4mm 0 6mm; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; display: block; }
figcaption { font-size: 9pt; color: #5c6066; margin-top: 1.5mm; }
svg text { font-family: inherit; }
`;
