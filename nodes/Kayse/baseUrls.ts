/** Where the key goes unless the credential names other servers, by the field that names it; the documents disagree (docs/vendors/kayse.md#c1). */
export const BASE_URLS = { baseUrl: 'https://api.kayse.com/v1', callsBaseUrl: 'https://public-api.kayse.ai/v1' };
