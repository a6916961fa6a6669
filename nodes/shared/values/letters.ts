/** A vendor's word without case, digits, dashes and blanks: `No-Answer`, `no_answer` and `noAnswer` are the same. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
