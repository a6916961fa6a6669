/** Default of each address field of the credential: docs/vendors/kakiyo.md#conventions. */
export const BASE_URLS = { baseUrl: 'https://api.kakiyo.com/v1' };
