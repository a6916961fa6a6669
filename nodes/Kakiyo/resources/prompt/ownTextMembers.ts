/** Members of a prompt with the user's own text, which a model may read unmarked. */
export const OWN_TEXT_MEMBERS = ['content', 'message', 'messages', 'text', 'body', 'about', 'summary'];
