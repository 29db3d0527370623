import { isWithinBudget, ratioOf, type Budget, type Figure } from './figure.ts';

const heads = ['name', 'figure', 'baseline', 'ratio', 'budget', ''] as const;

/** Plain text for a terminal or a log: one line per figure, columns aligned, notes below. */
export const table = (figures: readonly Figure[]): string => {
  const rows = [[...heads], ...figures.map(cellsOf)];
  const widths = heads.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0, at))
      .join('  ')
      .trimEnd(),
  );
  const [head = '', ...body] = lines;
  const notes = figures.flatMap(({ name, note }) => (note === undefined ? [] : [`  ${name}: ${note}`]));
  return [head, '─'.repeat(Math.max(...lines.map((line) => line.length))), ...body, '', ...notes].join('\n');
};

const cellsOf = (figure: Figure): string[] => {
  const ratio = ratioOf(figure);
  return [
    figure.name,
    amount(figure.value, figure.unit),
    figure.baseline === undefined ? '–' : amount(figure.baseline, figure.unit),
    ratio === undefined ? '–' : `${ratio.toFixed(2)} ×`,
    figure.budget === undefined ? '–' : budgetIn(figure.budget, figure.unit),
    isWithinBudget(figure) ? '' : 'OVER',
  ];
};

const budgetIn = (budget: Budget, unit: Figure['unit']): string => {
  const [sign, limit] = 'atMost' in budget ? ['≤', budget.atMost] : ['≥', budget.atLeast];
  return budget.of === 'ratio' ? `${sign} ${limit} ×` : `${sign} ${limit} ${unit}`;
};

const amount = (value: number, unit: Figure['unit']): string => `${round(value)} ${unit}`;

const round = (value: number): string => {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(value >= 10 ? 1 : 2);
};

/** Names to the left, numbers to the right. */
const pad = (cell: string, width: number, at: number): string =>
  at === 0 || at === heads.length - 1 ? cell.padEnd(width) : cell.padStart(width);
