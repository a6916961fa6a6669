/** Members of a run with the user's own texts, which a model may read unmarked. */
export const TEMPLATE_WORDS = ['message', 'messages', 'body', 'text', 'content', 'subject'];
