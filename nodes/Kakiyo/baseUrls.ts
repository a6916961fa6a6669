/** Where the key goes unless the credential names another server, by the field that names it: seed 001 "Base URL". */
export const BASE_URLS = { baseUrl: 'https://api.kakiyo.com/v1' };
