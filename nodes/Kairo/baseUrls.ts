/** Where the key goes unless the credential names another server, by the field that names it: docs/vendors/kairo.md#conventions. */
export const BASE_URLS = { baseUrl: 'https://api.kairo.dev/v1' };
