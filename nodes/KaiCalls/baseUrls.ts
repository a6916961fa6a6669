/** Where the key goes unless the credential names another server, by the field that names it: docs/vendors/kaicalls.md#conventions. */
export const BASE_URLS = { baseUrl: 'https://kaicalls.com/api/v1' };
