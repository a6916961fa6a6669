import { isRecord } from '../../../shared/values/json';
import { asItem, rowsOf } from '../../../shared/values/rows';

/** KaiCalls shows a secret only once, and a model must not see it. */
export const SECRET_ELSEWHERE =
	'A model does not see the signing secret. To get one, run Webhook > Rotate Secret in a workflow, not as a tool.';

/** `{ webhook, webhook_secret, … }` as one record. KaiCalls shows the secret only this once. */
export function webhookWithSecret(body: unknown) {
	if (!isRecord(body) || !isRecord(body.webhook)) return rowsOf(body);
	const { webhook, webhook_secret } = body;
	return [asItem({ ...webhook, ...(webhook_secret !== undefined && { webhook_secret }) })];
}
