/** For models: members of a run that hold what the user has it say. */
export const TEMPLATE_WORDS = ['message', 'messages', 'body', 'text', 'content', 'subject'];
