/** Members of a prompt with the user's own text, which a model may read unmarked. */
export const PROMPT_WORDS = ['content', 'message', 'messages', 'text', 'body', 'about', 'summary'];
