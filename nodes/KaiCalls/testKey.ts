const PREFIX = 'kc_test_';

/** "Sandbox keys (coming soon)": docs/vendors/kaicalls.md#c2. */
export const testKey = {
	prefix: PREFIX,
	warning: `This is a sandbox key ("${PREFIX}"), but KaiCalls documents its sandbox as "coming soon". Until it opens, calls and texts with this key reach real people and cost money.`,
};
