/** See docs/vendors/kakiyo.md#conventions. */
export const keyOfKakiyo = {
	name: 'Kakiyo',
	keyHint: 'In Kakiyo, open API Keys in the sidebar. The key has 40 characters. Kakiyo shows it only once.',
	perMinute:
		'60 for models, webhook events and the test of the key, 30 for other reads, 15 for writes and searches, 10 for batches of Do Not Contact',
};
