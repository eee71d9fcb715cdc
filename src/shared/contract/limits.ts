/** How long what crosses between the processes may be, where more than one place has to know. */

/** Where an engine is, in characters: longer than any context's name or socket's path. */
export const LONGEST_PLACE = 4200;
