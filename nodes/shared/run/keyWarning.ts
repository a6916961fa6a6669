import type { Vendor } from '../contract/vendor';
import type { SenderPorts } from '../http/ports';
import { readApiKey } from '../values/apiKey';

/**
 * The warning about a key that reaches real people; '' for none. A credential that cannot be used is reported when
 * something is sent.
 */
export async function keyWarningOf({ misleadingKey }: Vendor, { http }: Pick<SenderPorts, 'http'>): Promise<string> {
	if (!misleadingKey) return '';
	const key = await http
		.connect()
		.then(({ fields }) => readApiKey(fields.apiKey))
		.catch(() => '');
	return key.startsWith(misleadingKey.prefix) ? misleadingKey.warning : '';
}
