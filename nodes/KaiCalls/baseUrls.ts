/** Default base URL, by the credential field that can change it: docs/vendors/kaicalls.md#conventions. */
export const BASE_URLS = { baseUrl: 'https://kaicalls.com/api/v1' };
