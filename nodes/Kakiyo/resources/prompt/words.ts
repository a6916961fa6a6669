/** For models: members of a prompt that hold what the user has the agent say. */
export const PROMPT_WORDS = ['content', 'message', 'messages', 'text', 'body', 'about', 'summary'];
