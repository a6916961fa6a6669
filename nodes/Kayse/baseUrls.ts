/** Default base URLs, by the credential fields that can change them. The vendor's documents disagree (docs/vendors/kayse.md#c1). */
export const BASE_URLS = { baseUrl: 'https://api.kayse.com/v1', callsBaseUrl: 'https://public-api.kayse.ai/v1' };
