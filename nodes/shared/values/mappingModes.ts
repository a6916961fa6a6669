/** n8n's names of its two ways to map fields: from the input as it is, and one by one. */
export const AUTO_MAP = 'autoMapInputData';
export const DEFINE_BELOW = 'defineBelow';
