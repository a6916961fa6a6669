/** Where the key goes unless the credential names another server, by the field that names it: docs/vendors/kakiyo.md#conventions. */
export const BASE_URLS = { baseUrl: 'https://api.kakiyo.com/v1' };
