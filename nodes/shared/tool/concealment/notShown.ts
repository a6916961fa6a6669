/** What takes a secret's place. */
export const NOT_SHOWN = '(not shown to a model)';
