/** `First Name`, `first_name` and `firstName` are the same name to a person who prepares a spreadsheet. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
