/** What an export can be. Apart from the requests, so that the window need not load zod for it. */
export const exportFormats = ['csv', 'jsonl', 'pdf', 'print'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Each printed or made into a file of its own: so many messages are as much paper as one wants to hold. */
export const messagesPerPart = 1000;
/** More than that is for a program to read, not for a person. */
export const mostOnPaper = 50_000;
