/**
 * Where the key goes unless the credential names other servers, by the field that names it: seed 002, the second one at "Schedule New AI
 * Call" (apis/kayse.md C2).
 */
export const BASE_URLS = { baseUrl: 'https://api.kayse.com/v1', callsBaseUrl: 'https://public-api.kayse.ai/v1' };
