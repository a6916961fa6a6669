/** Where the key goes unless the credential names another server, by the field that names it: seed 004 "Base URL". */
export const BASE_URLS = { baseUrl: 'https://kaicalls.com/api/v1' };
