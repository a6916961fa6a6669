/** The replacement of a secret. */
export const NOT_SHOWN = '(not shown to a model)';
