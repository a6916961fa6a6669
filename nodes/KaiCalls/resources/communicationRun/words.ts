/** Members of a run with texts that people will get; tools show them to models. */
export const TEMPLATE_WORDS = ['message', 'messages', 'body', 'text', 'content', 'subject'];
