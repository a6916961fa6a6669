const PREFIX = 'kc_test_';

/** "Sandbox keys (coming soon)": docs/vendors/kaicalls.md#c2. */
export const testKey = {
	prefix: PREFIX,
	warning: `The API key begins with "${PREFIX}", but the documents of KaiCalls call its sandbox "coming soon": unless it has opened, calls and texts with this key reach real people, and are billed.`,
};
