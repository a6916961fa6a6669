/** n8n's names of its two ways to map fields: from the input as it is, and one by one. */
export const AUTO_MAP = 'autoMapInputData';
/** n8n's name of the mode in which the user fills in each column. */
export const DEFINE_BELOW = 'defineBelow';
