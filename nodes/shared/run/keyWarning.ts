import type { Vendor } from '../contract/vendor';
import type { SenderPorts } from '../http/ports';
import { readApiKey } from '../values/apiKey';

/** What to tell of a key with which people are reached; '' for nothing. A credential that cannot be used says so when something is sent. */
export async function keyWarningOf({ misleadingKey }: Vendor, { http }: Pick<SenderPorts, 'http'>): Promise<string> {
	if (!misleadingKey) return '';
	const key = await http
		.connect()
		.then(({ fields }) => readApiKey(fields.apiKey))
		.catch(() => '');
	return key.startsWith(misleadingKey.prefix) ? misleadingKey.warning : '';
}
