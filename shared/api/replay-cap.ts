/** So many messages of a replay are read at a time: less than a frame. Apart from the request, so that the window need not load zod for it. */
export const saidCap = 200;
