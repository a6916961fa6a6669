import type { NodeHint } from 'n8n-workflow';

import type { ItemParameters } from '../contract/operation';
import { shown } from '../values/shown';
import { stringOf } from '../values/text';

/** n8n's paths for "Listen for test event" (docs.n8n.io: N8N_ENDPOINT_WEBHOOK_TEST and its like). */
const TEST_PATH = /\/(?:webhook|form|mcp)-test(?:\/|$)/;

const BECAUSE =
	'n8n listens there only for a short time after "Listen for test event", so later reports are lost. Copy the Production URL from the trigger node, and publish its workflow.';

/**
 * For a field with the address for a vendor's reports.
 * @param path of the field, such as `additionalFields.webhookUrl`
 */
export const testAddressWarning =
	(path: string, label: string) =>
	(item: ItemParameters): string[] => {
		const url = stringOf(item.parameter(path, ''));
		return TEST_PATH.test(url) ? [`"${label}" is ${shown(url)}, a test address: ${BECAUSE}`] : [];
	};

/** The same in the panel, before anything runs. @param member of the additional fields */
export const testAddressHint = (member: string, label: string): NodeHint => ({
	message: `"${label}" is a test address: ${BECAUSE}`,
	type: 'warning',
	location: 'outputPane',
	whenToDisplay: 'beforeExecution',
	displayCondition: `={{ ${TEST_PATH.toString()}.test($parameter.additionalFields?.${member} ?? "") }}`,
});
