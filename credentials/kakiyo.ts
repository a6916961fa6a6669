/** See docs/vendors/kakiyo.md#conventions. */
export const keyOfKakiyo = {
	name: 'Kakiyo',
	keyHint: 'In Kakiyo, open API Keys in the sidebar. The key has 40 characters and is shown only once.',
	perMinute:
		'60 for models, webhook events and verifying, 30 for other reads, 15 for writes and searches, 10 for batches of Do Not Contact',
};
