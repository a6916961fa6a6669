import { isRecord } from '../../../shared/values/json';
import { asItem, rowsOf } from '../../../shared/values/rows';

/** `{ webhook, webhook_secret, … }` as one record; the secret is shown this once. */
export function webhookWithSecret(body: unknown) {
	if (!isRecord(body) || !isRecord(body.webhook)) return rowsOf(body);
	const { webhook, webhook_secret } = body;
	return [asItem({ ...webhook, ...(webhook_secret !== undefined && { webhook_secret }) })];
}
