/** A word of a vendor without case, digits, dashes and blanks: `No-Answer`, `no_answer` and `noAnswer` are one. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
