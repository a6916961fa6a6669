/** Where the key goes unless the credential names another server, by the field that names it: seed 003 "Base URL". */
export const BASE_URLS = { baseUrl: 'https://api.kairo.dev/v1' };
